package dev.clade.ingest.hub;

import dev.clade.ingest.imports.LaneHooks;
import dev.clade.ingest.store.ImportSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Asks for crawls when they are due. Every instance looks, which locks nothing as long as nothing
 * is due; then the hub's row, locked, lets one of them ask.
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
      if (due(connection).isEmpty()) {
        return;
      }
      connection.setAutoCommit(false);
      try {
        lock(connection);
        // Again, by statements that see what others did before the lock was had.
        Optional<CrawlScope> due = due(connection);
        if (due.isPresent()) {
          ask(connection, due.get());
        }
        connection.commit();
      } finally {
        connection.rollback();
      }
    }
  }

  /** Locks the hub's row, which is made when it is not there yet. */
  private void lock(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            INSERT INTO ingest.hub (name) VALUES (?)
            ON CONFLICT (name) DO UPDATE SET name = excluded.name
            """)) {
      statement.setString(1, name);
      statement.executeUpdate();
    }
  }

  /** Returns what is to be asked for now. */
  private Optional<CrawlScope> due(Connection connection) throws SQLException {
    Optional<CrawlScope> overdue = overdue(connection);
    return overdue.isPresent() && mustWait(connection) ? Optional.empty() : overdue;
  }

  /** Returns what was last read so long ago that it is to be read again. */
  private Optional<CrawlScope> overdue(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT coalesce(full_time < now() - ? * INTERVAL '1 second', true),
                   coalesce(changes_time < now() - ? * INTERVAL '1 second', true)
            FROM ingest.hub WHERE name = ?
            """)) {
      statement.setLong(1, seconds(config.fullEvery()));
      statement.setLong(2, seconds(config.changesEvery()));
      statement.setString(3, name);
      try (ResultSet result = statement.executeQuery()) {
        boolean known = result.next();
        if (!known || result.getBoolean(1)) {
          return Optional.of(CrawlScope.FULL);
        }
        return result.getBoolean(2) ? Optional.of(CrawlScope.CHANGES) : Optional.empty();
      }
    }
  }

  /** Returns whether a crawl is not over, or one that did not succeed ended just now. */
  private boolean mustWait(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT EXISTS (SELECT 1 FROM ingest.import
                           WHERE lane = ? AND (state IN ('PENDING', 'RUNNING', 'PAUSED')
                             OR state IN ('FAILED', 'CANCELLED')
                                AND update_time > now() - ? * INTERVAL '1 second'))
            """)) {
      statement.setString(1, ImportSource.laneOfHub(name));
      statement.setLong(2, seconds(config.changesEvery()));
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getBoolean(1);
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
