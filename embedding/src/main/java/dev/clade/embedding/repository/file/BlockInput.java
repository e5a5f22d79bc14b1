package dev.clade.embedding.repository.file;

import static dev.clade.embedding.repository.file.RecordFormat.require;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads the bytes of blocks; none is given out before its checksum was compared. */
final class BlockInput extends InputStream {
  private final DataInputStream source;
  private final byte[] block = new byte[RecordFormat.BLOCK];
  private long left;
  private int place;
  private int size;
  private boolean ended;

  /**
   * Reads blocks from a stream, no further than they go.
   *
   * @param most how many bytes the blocks may have together
   */
  BlockInput(DataInputStream source, long most) {
    this.source = source;
    this.left = most;
  }

  @Override
  public int read() throws IOException {
    return hasMore() ? block[place++] & 0xff : -1;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!hasMore()) {
      return -1;
    }
    int part = Math.min(length, size - place);
    System.arraycopy(block, place, bytes, from, part);
    place += part;
    return part;
  }

  private boolean hasMore() throws IOException {
    if (place == size && !ended) {
      readBlock();
    }
    return place < size;
  }

  private void readBlock() throws IOException {
    place = 0;
    size = source.readInt();
    ended = size == 0;
    if (ended) {
      return;
    }
    require(
        size > 0 && size <= block.length,
        "the records are damaged: a block would have %,d bytes".formatted(size));
    require(size <= left, "the records are too large");
    left -= size;
    int length = source.readInt();
    require(
        length > 0 && length <= block.length + block.length / 8,
        "the records are damaged: a block would have %,d compressed bytes".formatted(length));
    int checksum = source.readInt();
    byte[] compressed = new byte[length];
    source.readFully(compressed);
    require(
        RecordFormat.checksum(size, compressed, length) == checksum,
        "the records are damaged: the checksum of a block is another");
    inflate(compressed);
  }

  private void inflate(byte[] compressed) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(compressed);
      int inflated = inflater.inflate(block, 0, size);
      require(inflated == size, "the records are damaged: a block is shorter than it says");
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("the records are damaged: a block is no zlib data", e);
    } finally {
      inflater.end();
    }
  }
}
