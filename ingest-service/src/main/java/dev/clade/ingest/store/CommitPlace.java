package dev.clade.ingest.store;

import java.time.Instant;

/**
 * A place among an artifact's commits.
 *
 * @param time when the commit was made
 * @param id its hash
 */
public record CommitPlace(Instant time, String id) {
  /** Later than all commits: behind them, or before them when the latest comes first. */
  public static final CommitPlace LATEST =
      new CommitPlace(Instant.parse("9999-12-31T23:59:59.999999Z"), "");
}
