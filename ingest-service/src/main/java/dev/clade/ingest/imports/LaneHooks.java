package dev.clade.ingest.imports;

import dev.clade.ingest.store.ImportTask;
import java.sql.SQLException;

/** What a lane does beside importing. */
public interface LaneHooks {

  /** Called before each look for an import. */
  default void beforeLook() throws SQLException {}

  /** Called when an import was read to its end. */
  default void completed(ImportTask task) throws SQLException {}
}
