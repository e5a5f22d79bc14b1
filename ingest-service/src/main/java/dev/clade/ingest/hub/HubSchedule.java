package dev.clade.ingest.hub;

import dev.clade.ingest.imports.LaneHooks;
import dev.clade.ingest.store.ImportSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Asks for crawls when they are due. Every instance looks; the hub's row, locked, lets one of them
 * ask.
 */
final class HubSchedule implements LaneHooks {
  private final String name;
  private final HubConfig config;
  private final DataSource source;

  HubSchedule(String name, HubConfig config, DataSource source) {
    this.name = name;
    this.config = config;
    this.source = source;
  }

  @Override
  public void beforeLook() throws SQLException {
    if (!config.scheduled()) {
      return;
    }
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Hub.read(connection, name);
        CrawlScope due = due(connection);
        if (due != null) {
          ask(connection, due);
        }
        connection.commit();
      } finally {
        connection.rollback();
      }
    }
  }

  /** Locks the hub and returns what is due; null when nothing is. */
  private CrawlScope due(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT coalesce(full_time < now() - ? * INTERVAL '1 second', true),
                   coalesce(changes_time < now() - ? * INTERVAL '1 second', true),
                   EXISTS (SELECT 1 FROM ingest.import i
                           WHERE i.lane = ? AND (i.state IN ('PENDING', 'RUNNING', 'PAUSED')
                             OR i.state IN ('FAILED', 'CANCELLED')
                                AND i.update_time > now() - ? * INTERVAL '1 second'))
            FROM ingest.hub WHERE name = ? FOR UPDATE
            """)) {
      long pause = seconds(config.changesEvery());
      statement.setLong(1, seconds(config.fullEvery()));
      statement.setLong(2, pause);
      statement.setString(3, ImportSource.laneOfHub(name));
      statement.setLong(4, pause);
      statement.setString(5, name);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        if (result.getBoolean(3)) {
          return null;
        }
        if (result.getBoolean(1)) {
          return CrawlScope.FULL;
        }
        return result.getBoolean(2) ? CrawlScope.CHANGES : null;
      }
    }
  }

  private void ask(Connection connection, CrawlScope scope) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            INSERT INTO ingest.import
              (id, request_id, lane, file_name, scope, snapshot_time, total_bytes, state,
               read_bytes, created, updated, unchanged, quarantined, last_sequence, create_time,
               update_time)
            VALUES (?, ?, ?, ?, ?, now(), 0, 'PENDING', 0, 0, 0, 0, 0, 0, now(), now())
            """)) {
      statement.setObject(1, UUID.randomUUID());
      statement.setObject(2, UUID.randomUUID());
      statement.setString(3, ImportSource.laneOfHub(name));
      statement.setString(4, name);
      statement.setString(5, scope.name());
      statement.executeUpdate();
    }
  }

  private static long seconds(Duration duration) {
    return Math.max(1, duration.toSeconds());
  }
}
