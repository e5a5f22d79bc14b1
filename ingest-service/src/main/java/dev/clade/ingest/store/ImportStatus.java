package dev.clade.ingest.store;

import dev.clade.ingest.format.FileFormat;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An import, as it stands.
 *
 * @param requestId what makes asking for it idempotent
 * @param requestedFormat format asked for; empty when it was told from the file's name
 * @param readBytes bytes of the stored file that were read and committed
 * @param lastSequence place in the feed of the last change that it made; 0 when it made none
 * @param failure why it failed; empty unless it did
 */
public record ImportStatus(
    UUID id,
    UUID requestId,
    UUID uploadId,
    Optional<FileFormat> requestedFormat,
    String fileName,
    ImportState state,
    long readBytes,
    long totalBytes,
    ImportCounts counts,
    long lastSequence,
    Optional<Failure> failure,
    Instant createTime,
    Instant updateTime) {

  /**
   * Why an import failed.
   *
   * @param reason catalogued reason
   * @param message for the caller
   */
  public record Failure(String reason, String message) {}
}
