package dev.clade.lineage.graph.file;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32C;

/** Reads what a {@link ChunkWriter} wrote, each chunk once its checksum was found right. */
public final class ChunkReader extends InputStream {
  private final DataInputStream file;
  private final CRC32C checksum = new CRC32C();
  private final byte[] chunk = new byte[ChunkWriter.LARGEST];
  private int size;
  private int used;
  private boolean isOver;
  private long chunks;

  /** Creates a reader of chunks from a stream, which it does not close. */
  public ChunkReader(InputStream file) {
    this.file = new DataInputStream(file);
  }

  @Override
  public int read() throws IOException {
    return fill() ? chunk[used++] & 0xff : -1;
  }

  @Override
  public int read(byte[] bytes, int start, int length) throws IOException {
    if (length > 0 && !fill()) {
      return -1;
    }
    int part = Math.min(length, size - used);
    System.arraycopy(chunk, used, bytes, start, part);
    used += part;
    return part;
  }

  /** Reads the next chunk if all of the last was taken; returns whether there is anything. */
  private boolean fill() throws IOException {
    if (used == size && !isOver) {
      try {
        readChunk();
      } catch (EOFException e) {
        throw new BadFileException(
            "the file is cut off: chunk %,d is not whole".formatted(chunks), e);
      }
    }
    return !isOver;
  }

  private void readChunk() throws IOException {
    size = file.readInt();
    if (size < 0 || size > ChunkWriter.LARGEST) {
      throw new BadFileException(
          "the file is damaged: chunk %,d claims %d bytes, where at most %d are allowed"
              .formatted(chunks, size, ChunkWriter.LARGEST));
    }
    file.readFully(chunk, 0, size);
    checksum.update(chunk, 0, size);
    if (file.readInt() != (int) checksum.getValue()) {
      throw new BadFileException(
          "the file is damaged: the checksum of chunk %,d is wrong".formatted(chunks));
    }
    used = 0;
    chunks++;
    isOver = size == 0;
  }
}
