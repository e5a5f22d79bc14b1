package dev.clade.ingest.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Writes refused records within a transaction that the caller ends. */
final class QuarantineWriter {
  private QuarantineWriter() {}

  static void write(Connection connection, UUID importId, List<QuarantinedRecord> records)
      throws SQLException {
    if (records.isEmpty()) {
      return;
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            INSERT INTO ingest.quarantined_record
              (import_id, line, reason, field, detail, raw, raw_size)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)) {
      for (QuarantinedRecord record : records) {
        statement.setObject(1, importId);
        statement.setLong(2, record.line());
        statement.setString(3, record.reason());
        statement.setString(4, record.field());
        statement.setString(5, record.detail());
        statement.setBytes(6, record.raw());
        statement.setLong(7, record.rawSize());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
