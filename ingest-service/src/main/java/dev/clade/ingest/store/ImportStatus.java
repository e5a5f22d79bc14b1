package dev.clade.ingest.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An import, as it stands.
 *
 * @param requestId what makes asking for it idempotent
 * @param sourceName name of the file or the hub
 * @param totalBytes bytes of the file; 0 for a hub
 * @param lastSequence place in the feed of the last change that it made; 0 when it made none
 * @param failure why it failed; empty unless it did
 * @param startTime when its first batch was committed; empty before
 */
public record ImportStatus(
    UUID id,
    UUID requestId,
    ImportSource source,
    String sourceName,
    ImportState state,
    ImportProgress progress,
    long totalBytes,
    ImportCounts counts,
    long lastSequence,
    Optional<Failure> failure,
    Instant createTime,
    Optional<Instant> startTime,
    Instant updateTime) {

  /**
   * Why an import failed.
   *
   * @param reason catalogued reason
   * @param message for the caller
   */
  public record Failure(String reason, String message) {}
}
