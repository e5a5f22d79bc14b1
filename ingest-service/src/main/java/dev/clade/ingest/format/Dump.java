package dev.clade.ingest.format;

import java.io.IOException;
import java.sql.SQLException;

/**
 * A published dump, as SQL that makes of each of its repositories one JSON object in the form of
 * the hub's list API. The order of the records never changes.
 */
interface Dump {

  /**
   * Returns the query of the records, each one text, from one on: of {@link #pageSize} records, or
   * fewer when the dump ends before. May take long the first time.
   *
   * @param first records before it
   */
  String records(long first) throws IOException, SQLException;

  /** Returns how many records a query returns at most; by default whatever is left. */
  default long pageSize() {
    return Integer.MAX_VALUE * 1_000L;
  }

  /** Returns how many records there are; 0 when that is not known before they are read. */
  long size();

  /** Returns what holds of a file that can be read as this dump. */
  String rule();
}
