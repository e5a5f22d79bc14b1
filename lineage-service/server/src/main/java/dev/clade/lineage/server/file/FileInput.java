package dev.clade.lineage.server.file;

import dev.clade.lineage.server.work.Waiting;
import java.io.InputStream;

/** Reads a file, a part when it is needed. It blocks while a part is read. */
public final class FileInput extends InputStream {
  private final FileChunks chunks;
  private final StoredFile file;
  private byte[] chunk = {};
  private int place;
  private int next;

  /** Begins to read. */
  public FileInput(FileChunks chunks, StoredFile file) {
    this.chunks = chunks;
    this.file = file;
  }

  @Override
  public int read() {
    return hasMore() ? chunk[place++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int from, int length) {
    if (length == 0) {
      return 0;
    }
    if (!hasMore()) {
      return -1;
    }
    int part = Math.min(length, chunk.length - place);
    System.arraycopy(chunk, place, target, from, part);
    place += part;
    return part;
  }

  private boolean hasMore() {
    while (place == chunk.length && next < file.chunkCount()) {
      chunk = Waiting.on(() -> chunks.read(file.id(), next));
      next++;
      place = 0;
    }
    return place < chunk.length;
  }
}
