package dev.clade.ingest.store;

import java.time.Instant;

/**
 * A place among an artifact's commits, the latest first.
 *
 * @param time when the commit was made
 * @param id its hash
 */
public record CommitPlace(Instant time, String id) {
  /** The place before all commits. */
  public static final CommitPlace START =
      new CommitPlace(Instant.parse("9999-12-31T23:59:59.999999Z"), "");
}
