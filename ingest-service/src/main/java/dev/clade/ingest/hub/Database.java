package dev.clade.ingest.hub;

import dev.clade.ingest.store.DatabaseRetry;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Transactions of a crawl's reader, repeated while the database is away. It blocks. */
final class Database {
  private final DataSource source;

  Database(DataSource source) {
    this.source = source;
  }

  /**
   * Runs something that may be repeated.
   *
   * @throws IOException when the database refuses it
   */
  <T> T inTransaction(Work<T> work) throws IOException, InterruptedException {
    DatabaseRetry retry = new DatabaseRetry("a crawl's reader", () -> false);
    try {
      while (true) {
        try {
          return once(work);
        } catch (SQLException e) {
          retry.await(e);
        }
      }
    } catch (SQLException e) {
      throw new IOException("the database refuses a crawl's reading", e);
    }
  }

  private <T> T once(Work<T> work) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.run(connection);
        connection.commit();
        return result;
      } finally {
        connection.rollback();
      }
    }
  }

  /** What is done in a transaction. */
  interface Work<T> {
    /** Does it; the caller ends the transaction. */
    T run(Connection connection) throws SQLException;
  }
}
