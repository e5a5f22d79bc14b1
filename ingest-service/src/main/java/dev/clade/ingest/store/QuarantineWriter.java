package dev.clade.ingest.store;

import dev.clade.ingest.artifact.ArtifactKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads and writes refused records, and the catalogue's count of them, within a transaction that
 * the caller ends and that holds the feed's lock.
 */
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
              (import_id, line, reason, field, detail, raw, raw_size, kind)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      for (QuarantinedRecord record : records) {
        statement.setObject(1, importId);
        statement.setLong(2, record.line());
        statement.setString(3, record.reason());
        statement.setString(4, record.field());
        statement.setString(5, record.detail());
        statement.setBytes(6, record.raw());
        statement.setLong(7, record.rawSize());
        statement.setString(8, record.kind().map(ArtifactKind::name).orElse(null));
        statement.addBatch();
      }
      statement.executeBatch();
    }
    count(connection, records.size());
  }

  /** Returns refused records with all that was kept of them, in the order of their lines. */
  static List<QuarantinedRecord> read(
      Connection connection, UUID importId, long afterLine, int most) throws SQLException {
    List<QuarantinedRecord> records = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT kind, line, reason, field, detail, raw, raw_size
            FROM ingest.quarantined_record
            WHERE import_id = ? AND line > ? ORDER BY line LIMIT ?
            """)) {
      statement.setObject(1, importId);
      statement.setLong(2, afterLine);
      statement.setInt(3, most);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          records.add(
              new QuarantinedRecord(
                  Optional.ofNullable(result.getString(1)).map(ArtifactKind::valueOf),
                  result.getLong(2),
                  result.getString(3),
                  result.getString(4),
                  result.getString(5),
                  result.getBytes(6),
                  result.getLong(7)));
        }
      }
    }
    return records;
  }

  /** Replaces why records are refused. */
  static void explain(Connection connection, UUID importId, List<QuarantinedRecord> records)
      throws SQLException {
    if (records.isEmpty()) {
      return;
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            UPDATE ingest.quarantined_record SET reason = ?, field = ?, detail = ?
            WHERE import_id = ? AND line = ?
            """)) {
      for (QuarantinedRecord record : records) {
        statement.setString(1, record.reason());
        statement.setString(2, record.field());
        statement.setString(3, record.detail());
        statement.setObject(4, importId);
        statement.setLong(5, record.line());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** Removes records that are refused no more. */
  static void release(Connection connection, UUID importId, List<Long> lines) throws SQLException {
    int released;
    try (PreparedStatement statement =
        connection.prepareStatement(
            "DELETE FROM ingest.quarantined_record WHERE import_id = ? AND line = ANY (?)")) {
      statement.setObject(1, importId);
      statement.setArray(2, connection.createArrayOf("bigint", lines.toArray()));
      released = statement.executeUpdate();
    }
    count(connection, -released);
  }

  private static void count(Connection connection, int more) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            UPDATE ingest.feed SET quarantined_record_count = quarantined_record_count + ?
            WHERE id = 1
            """)) {
      statement.setInt(1, more);
      statement.executeUpdate();
    }
  }
}
