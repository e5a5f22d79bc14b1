package dev.clade.embedding.repository.file;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;

/** Compresses bytes into blocks. */
final class BlockOutput extends OutputStream {
  private final DataOutputStream target;
  private final byte[] block = new byte[RecordFormat.BLOCK];
  private final byte[] compressed = new byte[RecordFormat.BLOCK + RecordFormat.BLOCK / 8];
  private int size;

  /** Writes blocks to a stream, which stays open. */
  BlockOutput(OutputStream target) {
    this.target = new DataOutputStream(target);
  }

  @Override
  public void write(int value) throws IOException {
    if (size == block.length) {
      writeBlock();
    }
    block[size++] = (byte) value;
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    for (int done = 0; done < length; ) {
      if (size == block.length) {
        writeBlock();
      }
      int part = Math.min(length - done, block.length - size);
      System.arraycopy(bytes, from + done, block, size, part);
      size += part;
      done += part;
    }
  }

  /** Writes the last block and the end. */
  void finish() throws IOException {
    if (size > 0) {
      writeBlock();
    }
    target.writeInt(0);
    target.flush();
  }

  private void writeBlock() throws IOException {
    Deflater deflater = new Deflater();
    try {
      deflater.setInput(block, 0, size);
      deflater.finish();
      int length = deflater.deflate(compressed);
      target.writeInt(size);
      target.writeInt(length);
      target.writeInt(RecordFormat.checksum(size, compressed, length));
      target.write(compressed, 0, length);
    } finally {
      deflater.end();
    }
    size = 0;
  }
}
