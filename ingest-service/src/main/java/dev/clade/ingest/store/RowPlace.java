package dev.clade.ingest.store;

import java.time.Instant;

/**
 * A place among an artifact's rows, such as its commits.
 *
 * @param time time of the row, such as when the commit was made
 * @param id what tells rows of one time apart, such as the commit's hash; empty where nothing must
 */
public record RowPlace(Instant time, String id) {
  /** Later than all rows: behind them, or before them when the latest comes first. */
  public static final RowPlace LATEST =
      new RowPlace(Instant.parse("9999-12-31T23:59:59.999999Z"), "");
}
