package dev.clade.lineage.server.graph;

import dev.clade.lineage.graph.record.RecordTable;

/** Where records are kept while the server is not running. */
@FunctionalInterface
public interface RecordStore {
  /**
   * Stores the records, which may be tidied for it.
   *
   * @param sequence the last change of the feed that they include
   * @return whether they were stored
   */
  boolean write(RecordTable records, long sequence);
}
