package dev.clade.ingest.format;

/** Successive records of a dump, numbered from 0 in an order that never changes. */
interface Section {

  /** Returns how many there are. */
  long size();

  /**
   * Returns the query of some of them, each one JSON object.
   *
   * @param first number of the first
   * @param end number behind the last
   */
  String records(long first, long end);
}
