package dev.clade.ingest.store;

import java.sql.SQLException;

/** Something that is written in the transaction of a batch, behind its rows. */
@FunctionalInterface
public interface BatchPart {

  /**
   * Writes it.
   *
   * @param writer what it may write with, until the method returns
   * @return what it did, as the import is to count it
   */
  BatchOutcome write(BatchTransaction writer) throws SQLException;
}
