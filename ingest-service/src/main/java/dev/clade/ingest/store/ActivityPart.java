package dev.clade.ingest.store;

import java.sql.SQLException;
import java.util.List;

/**
 * Commits and discussions of a file. Those of artifacts that the catalogue does not have go to
 * quarantine, and are accepted when they are read again once it has them.
 *
 * @param records accepted records, in their order
 */
public record ActivityPart(List<FiledActivity> records) implements BatchPart {
  /** Takes an unmodifiable copy of the list. */
  public ActivityPart {
    records = List.copyOf(records);
  }

  @Override
  public BatchOutcome write(BatchTransaction writer) throws SQLException {
    ActivityWriter.Result result = writer.activity().write(records);
    return result.outcome().and(writer.quarantine(result.refused()));
  }
}
