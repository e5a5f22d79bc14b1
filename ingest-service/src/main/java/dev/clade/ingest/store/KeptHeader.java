package dev.clade.ingest.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Keeps the header line of a table, so that its refused records can be read again.
 *
 * @param header the line's bytes
 */
public record KeptHeader(byte[] header) implements BatchPart {

  @Override
  public BatchOutcome write(BatchTransaction writer) throws SQLException {
    try (PreparedStatement statement =
        writer
            .connection()
            .prepareStatement(
                "UPDATE ingest.import SET header = ? WHERE id = ? AND header IS NULL")) {
      statement.setBytes(1, header);
      statement.setObject(2, writer.importId());
      statement.executeUpdate();
    }
    return BatchOutcome.none();
  }
}
