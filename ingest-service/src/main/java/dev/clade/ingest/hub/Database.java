package dev.clade.ingest.hub;

import dev.clade.ingest.store.PassingTrouble;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** Transactions of a crawl's reader, repeated while the database is away. It blocks. */
final class Database {
  private static final RetryPolicy<Object> POLICY =
      RetryPolicy.builder()
          .handleIf(
              failure -> failure instanceof SQLException trouble && PassingTrouble.is(trouble))
          .withMaxRetries(-1)
          .withBackoff(Duration.ofMillis(100), Duration.ofSeconds(3))
          .build();

  private final DataSource source;

  Database(DataSource source) {
    this.source = source;
  }

  /**
   * Runs something that may be repeated.
   *
   * @throws IOException when the database refuses it
   */
  @SuppressWarnings("unchecked")
  <T> T inTransaction(Work<T> work) throws IOException, InterruptedException {
    try {
      return (T) Failsafe.with(POLICY).get(() -> once(work));
    } catch (FailsafeException e) {
      if (e.getCause() instanceof InterruptedException) {
        throw new InterruptedException("waiting for the database was interrupted");
      }
      throw new IOException("the database refuses a crawl's reading", e.getCause());
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
