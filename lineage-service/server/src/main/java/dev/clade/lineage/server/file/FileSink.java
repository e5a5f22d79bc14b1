package dev.clade.lineage.server.file;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.clade.lineage.server.work.Waiting;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Writes a file. It blocks while a part is stored, which holds back whoever writes. What is not
 * finished can be discarded; what a killed process leaves is swept.
 */
public final class FileSink extends OutputStream {
  private static final Logger LOG = Logger.getLogger(FileSink.class);
  private static final int CHUNK = 1 << 18;

  private final UUID id = UUID.randomUUID();
  private final FileChunks chunks;
  private final Hasher hasher = Hashing.sha256().newHasher();
  private final byte[] waiting = new byte[CHUNK];
  private int size;
  private int count;
  private long bytes;

  /** Begins a file. */
  public FileSink(FileChunks chunks) {
    this.chunks = chunks;
  }

  @Override
  public void write(int value) {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] content, int from, int length) {
    for (int done = 0; done < length; ) {
      if (size == CHUNK) {
        store();
      }
      int part = Math.min(length - done, CHUNK - size);
      System.arraycopy(content, from + done, waiting, size, part);
      size += part;
      done += part;
    }
    hasher.putBytes(content, from, length);
    bytes += length;
  }

  /** Returns how many bytes were written. */
  public long sizeBytes() {
    return bytes;
  }

  /** Stores the last part. Nothing may be written from then on. */
  public StoredFile finish() {
    if (size > 0) {
      store();
    }
    return new StoredFile(id, count, bytes, hasher.hash().toString());
  }

  /** Removes what was stored, without waiting for it; what cannot be removed now is swept. */
  public void discard() {
    if (count > 0) {
      chunks
          .discard(id)
          .subscribe()
          .with(_ -> {}, failure -> LOG.infof("parts of a file stay for now: %s", failure));
    }
  }

  private void store() {
    byte[] chunk = Arrays.copyOf(waiting, size);
    Waiting.on(() -> chunks.add(id, count, chunk));
    count++;
    size = 0;
  }
}
