package dev.clade.lineage.graph.file;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32C;

/**
 * Writes bytes in chunks: each its length in 4 bytes, the bytes, and in 4 bytes the CRC-32C of all
 * bytes from the first chunk on, so that a missing or misplaced chunk is found too. An empty chunk
 * is the end.
 */
public final class ChunkWriter extends OutputStream {
  static final int LARGEST = 1 << 16;

  private final DataOutputStream file;
  private final CRC32C checksum = new CRC32C();
  private final byte[] chunk = new byte[LARGEST];
  private int used;

  /** Creates a writer of chunks to a stream, which it does not close. */
  public ChunkWriter(OutputStream file) {
    this.file = new DataOutputStream(file);
  }

  @Override
  public void write(int value) throws IOException {
    if (used == LARGEST) {
      writeChunk();
    }
    chunk[used++] = (byte) value;
  }

  @Override
  public void write(byte[] bytes, int start, int length) throws IOException {
    int written = 0;
    while (written < length) {
      if (used == LARGEST) {
        writeChunk();
      }
      int part = Math.min(length - written, LARGEST - used);
      System.arraycopy(bytes, start + written, chunk, used, part);
      used += part;
      written += part;
    }
  }

  /** Writes what is left and the end. */
  public void finish() throws IOException {
    if (used > 0) {
      writeChunk();
    }
    writeChunk();
    file.flush();
  }

  private void writeChunk() throws IOException {
    checksum.update(chunk, 0, used);
    file.writeInt(used);
    file.write(chunk, 0, used);
    file.writeInt((int) checksum.getValue());
    used = 0;
  }
}
