package dev.clade.ingest.hub;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * How far a hub is known.
 *
 * @param watermark by the hub's clock: everything modified before is in the catalogue; null when
 *     nothing is
 * @param fullTime when a full crawl was last complete; null when none was
 * @param changesTime when any crawl was last complete; null when none was
 * @param fullImportId the crawl whose pages say what the hub had; null when there is none
 * @param resolvedSequence place in the feed up to which declared names were looked for
 */
record Hub(
    String name,
    Instant watermark,
    Instant fullTime,
    Instant changesTime,
    UUID fullImportId,
    long resolvedSequence) {

  /** Reads a hub, whose row is made when it is not there yet. */
  static Hub read(Connection connection, String name) throws SQLException {
    try (PreparedStatement make =
            connection.prepareStatement(
                "INSERT INTO ingest.hub (name) VALUES (?) ON CONFLICT (name) DO NOTHING");
        PreparedStatement read =
            connection.prepareStatement(
                """
                SELECT watermark, full_time, changes_time, full_import_id, resolved_sequence
                FROM ingest.hub WHERE name = ?
                """)) {
      make.setString(1, name);
      make.executeUpdate();
      read.setString(1, name);
      try (ResultSet result = read.executeQuery()) {
        result.next();
        return new Hub(
            name,
            time(result, 1),
            time(result, 2),
            time(result, 3),
            result.getObject(4, UUID.class),
            result.getLong(5));
      }
    }
  }

  private static Instant time(ResultSet result, int column) throws SQLException {
    OffsetDateTime time = result.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
