package dev.clade.ingest.contract;

import dev.clade.runtime.testing.PostgresServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** Puts rows into the service's tables that it would else fetch from a hub. */
final class Tables {
  private final PGSimpleDataSource database = new PGSimpleDataSource();

  Tables(PostgresServer server) {
    database.setUrl(server.jdbcUrl());
    database.setUser(PostgresServer.CLADE);
    database.setPassword(PostgresServer.CLADE);
  }

  Connection connect() throws SQLException {
    return database.getConnection();
  }

  /** Runs a statement with its parameters. */
  void run(String sql, Object... parameters) {
    try (Connection connection = connect()) {
      run(connection, sql, parameters);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  static int run(Connection connection, String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return statement.executeUpdate();
    }
  }

  /** Gives an artifact the next place in the feed, as whoever changes what belongs to it does. */
  void touch(String name) {
    run(
        """
        WITH moved AS (UPDATE ingest.feed SET head = head + 1 WHERE id = 1 RETURNING head)
        UPDATE ingest.artifact SET sequence = head FROM moved WHERE name = ?
        """,
        name);
  }

  void alias(String alias, String target) {
    run(
        """
        INSERT INTO ingest.alias VALUES (?, ?, 'hub', now())
        ON CONFLICT (alias) DO UPDATE SET target = excluded.target
        """,
        alias,
        target);
  }
}
