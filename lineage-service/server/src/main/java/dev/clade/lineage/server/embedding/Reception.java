package dev.clade.lineage.server.embedding;

import dev.clade.embedding.version.EmbeddingFormat;
import dev.clade.lineage.server.file.FileChunks;
import dev.clade.lineage.server.file.FileSink;
import dev.clade.lineage.server.file.StoredFile;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import java.util.Map;

/**
 * The file of a version on its way in. Its methods are called one after the other by threads that
 * may block; what is not kept is discarded.
 */
public final class Reception {
  private static final int LONGEST_CHUNK = 1 << 20;
  private static final long MOST_BYTES = 1L << 30;
  private static final int BEGINNING = 8;

  private final Description description;
  private final FileSink sink;
  private final byte[] beginning = new byte[BEGINNING];
  private int begun;

  Reception(Description description, FileChunks chunks) {
    this.description = description;
    this.sink = new FileSink(chunks);
  }

  /**
   * Takes the next bytes.
   *
   * @throws CladeException when they, or all together, are too many, or are not how such a file
   *     begins
   */
  public void append(byte[] chunk) {
    if (chunk.length > LONGEST_CHUNK) {
      throw CladeException.invalidField(
          Reason.FIELD_TOO_LONG, "chunk", chunk.length + " bytes", "must have at most 1 MiB");
    }
    if (sink.sizeBytes() + chunk.length > MOST_BYTES) {
      throw new CladeException(
          Reason.REQUEST_TOO_LARGE,
          "an embedding must have at most 1 GiB; this one has more",
          Map.of("field", "chunk", "rule", "at most 1 GiB in all"));
    }
    if (begun < BEGINNING) {
      int part = Math.min(BEGINNING - begun, chunk.length);
      System.arraycopy(chunk, 0, beginning, begun, part);
      begun += part;
      requireBeginning(begun == BEGINNING);
    }
    sink.write(chunk, 0, chunk.length);
  }

  /**
   * Ends the file.
   *
   * @throws CladeException when it is empty, or too short to be one
   */
  public StoredFile finish() {
    if (begun == 0) {
      throw CladeException.missingField("chunk");
    }
    requireBeginning(true);
    return sink.finish();
  }

  Description description() {
    return description;
  }

  /** Forgets a file that is not kept. */
  public void discard() {
    sink.discard();
  }

  private void requireBeginning(boolean whole) {
    if (whole && !EmbeddingFormat.isBeginning(beginning)) {
      throw new CladeException(
          Reason.EMBEDDING_INVALID,
          "chunk: this is no version of an embedding: the first letters are others than CLADEVER",
          Map.of("field", "chunk", "rule", "must begin with CLADEVER"));
    }
  }
}
