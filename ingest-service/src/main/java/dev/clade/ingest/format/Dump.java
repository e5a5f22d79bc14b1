package dev.clade.ingest.format;

import java.io.IOException;
import java.sql.SQLException;

/**
 * A published dump, as SQL that makes of each of its records one JSON object, that of a repository
 * in the form of the hub's list API. The order of the records never changes.
 */
interface Dump {

  /**
   * Returns successive records from one on. May take long the first time.
   *
   * @param first records before it
   */
  Page page(long first) throws IOException, SQLException;

  /** Returns how many records there are; 0 when that is not known before they are read. */
  long size();

  /** Returns what holds of a file that can be read as this dump. */
  String rule();

  /**
   * Successive records.
   *
   * @param query selects them, each one text
   * @param last whether the dump ends with them
   */
  record Page(String query, boolean last) {}
}
