package dev.clade.local.bench;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * What an import is compared with: one INSERT ... SELECT of the same rows, from an unindexed table
 * of texts that a COPY filled, into a typed table with a primary key, on the same server.
 */
final class InsertSelect implements AutoCloseable {
  private static final String STAGE =
      """
      CREATE SCHEMA IF NOT EXISTS bench;
      CREATE TABLE bench.stage (id text, created_at text, downloads text, likes text,
        pipeline_tag text, library_name text, tags text);
      """;
  // No quotes and no escapes: the file has neither, and a backslash is a character like any other.
  private static final String COPY =
      "COPY bench.stage FROM STDIN (FORMAT csv, HEADER, DELIMITER E'\\t', QUOTE E'\\b')";
  private static final String TYPED =
      """
      DROP TABLE IF EXISTS bench.typed;
      CREATE TABLE bench.typed (id text PRIMARY KEY, created_at timestamptz, downloads bigint,
        likes bigint, pipeline_tag text, library_name text, tags text[]);
      """;
  private static final String INSERT =
      """
      INSERT INTO bench.typed
      SELECT id, created_at::timestamptz, downloads::bigint, likes::bigint, pipeline_tag,
        library_name, string_to_array(tags, '|')
      FROM bench.stage
      """;

  private final Connection connection;
  private final double copySeconds;

  /** Fills the table of texts. */
  InsertSelect(DataSource database, InputStream rows) throws SQLException, IOException {
    connection = database.getConnection();
    execute(STAGE);
    long start = System.nanoTime();
    connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, rows);
    copySeconds = (System.nanoTime() - start) / 1e9;
  }

  /** Returns how long the COPY took, in seconds. */
  double copySeconds() {
    return copySeconds;
  }

  /** Inserts all rows into a new typed table and returns how long that took, in seconds. */
  double run() throws SQLException {
    execute(TYPED);
    execute("CHECKPOINT");
    long start = System.nanoTime();
    execute(INSERT);
    return (System.nanoTime() - start) / 1e9;
  }

  /** Returns how many rows the typed table has. */
  long rowCount() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("SELECT count(*) FROM bench.typed")) {
      count.next();
      return count.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      execute("DROP SCHEMA bench CASCADE");
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
