package dev.clade.ingest.store;

import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.ingest.artifact.RefusedRecordException;
import java.util.Arrays;
import java.util.Optional;

/**
 * A record that was refused.
 *
 * @param kind what it describes; empty where the import tells it
 * @param line place in the source, counted from 1
 * @param reason name of a {@link dev.clade.ingest.artifact.QuarantineReason}
 * @param field field that broke the rule; empty when the record as a whole did
 * @param detail the rule and what broke it
 * @param raw the record's first bytes, at most {@link #KEPT_BYTES} of them
 * @param rawSize bytes that the record has in the source
 */
public record QuarantinedRecord(
    Optional<ArtifactKind> kind,
    long line,
    String reason,
    String field,
    String detail,
    byte[] raw,
    long rawSize) {

  /** Most bytes that are kept of a record; a longer one cannot be replayed. */
  public static final int KEPT_BYTES = 64 * 1024;

  /**
   * Returns the record that a refusal is about.
   *
   * @param raw its bytes, as many as there are at hand
   */
  public static QuarantinedRecord of(
      Optional<ArtifactKind> kind,
      long line,
      byte[] raw,
      long rawSize,
      RefusedRecordException refusal) {
    byte[] kept = raw.length <= KEPT_BYTES ? raw : Arrays.copyOf(raw, KEPT_BYTES);
    return new QuarantinedRecord(
        kind, line, refusal.reason().name(), refusal.field(), refusal.getMessage(), kept, rawSize);
  }

  /** Returns whether all of it was kept, but for the carriage return at its end. */
  boolean isWhole() {
    return rawSize <= KEPT_BYTES;
  }
}
