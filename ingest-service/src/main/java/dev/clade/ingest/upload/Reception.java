package dev.clade.ingest.upload;

import dev.clade.ingest.store.Sha256;
import dev.clade.ingest.store.Timestamps;
import dev.clade.ingest.store.Upload;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/** A file on its way in. Blocks; not for use by several threads. */
public final class Reception implements AutoCloseable {
  private final UUID id = UUID.randomUUID();
  private final String fileName;
  private final Spool spool;
  private final long largest;
  private final FileChannel file;
  private final MessageDigest digest = Sha256.digest();
  private long size;
  private boolean whole;

  Reception(String fileName, Spool spool, long largest) {
    this.fileName = fileName;
    this.spool = spool;
    this.largest = largest;
    try {
      file = spool.create(id);
    } catch (IOException e) {
      throw refused(e);
    }
  }

  /**
   * Appends bytes.
   *
   * @throws CladeException {@link Reason#REQUEST_TOO_LARGE} when the file gets too large, {@link
   *     Reason#STORAGE_UNAVAILABLE} when the disk does not take it
   */
  public void append(ByteBuffer bytes) {
    size += bytes.remaining();
    if (size > largest) {
      throw new CladeException(
          Reason.REQUEST_TOO_LARGE,
          "a file must have at most %,d bytes".formatted(largest),
          Map.of("field", "chunk", "largestBytes", Long.toString(largest)));
    }
    digest.update(bytes.duplicate());
    try {
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
    } catch (IOException e) {
      throw refused(e);
    }
  }

  /** Returns the upload, once its file is safely on the disk. */
  public Upload finish() {
    try {
      spool.sync(file);
    } catch (IOException e) {
      throw refused(e);
    }
    whole = true;
    return new Upload(
        id, fileName, size, HexFormat.of().formatHex(digest.digest()), Timestamps.now());
  }

  /** Ends the reception; a file that is not whole is removed. */
  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw refused(e);
    } finally {
      if (!whole) {
        spool.delete(id);
      }
    }
  }

  private static CladeException refused(IOException cause) {
    return new CladeException(
        Reason.STORAGE_UNAVAILABLE,
        "the service's disk is full or broken; try again later",
        Map.of(),
        cause);
  }
}
