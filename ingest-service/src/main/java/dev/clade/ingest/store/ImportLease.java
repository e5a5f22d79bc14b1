package dev.clade.ingest.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The right to import, which one instance holds at a time. The database's clock decides, so the
 * instances' clocks do not matter.
 */
@ApplicationScoped
public class ImportLease {
  private final DataSource database;

  @Inject
  ImportLease(DataSource database) {
    this.database = database;
  }

  /** Takes or renews the lease; returns whether the holder has it. */
  public boolean acquire(UUID holder, Duration duration) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                UPDATE ingest.import_lease
                SET holder = ?, expires_at = now() + ? * INTERVAL '1 millisecond'
                WHERE id = 1 AND (holder = ? OR expires_at < now())
                """)) {
      statement.setObject(1, holder);
      statement.setLong(2, duration.toMillis());
      statement.setObject(3, holder);
      return statement.executeUpdate() == 1;
    }
  }

  /** Gives the lease back; does nothing when the holder has it no more. */
  public void release(UUID holder) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                UPDATE ingest.import_lease SET holder = NULL, expires_at = '-infinity'
                WHERE id = 1 AND holder = ?
                """)) {
      statement.setObject(1, holder);
      statement.executeUpdate();
    }
  }

  /**
   * Fails unless the holder has the lease, renews it, and keeps others from taking it until the
   * transaction ends.
   */
  static void hold(Connection connection, UUID holder, Duration duration)
      throws SQLException, LeaseLostException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            UPDATE ingest.import_lease
            SET expires_at = greatest(expires_at, now() + ? * INTERVAL '1 millisecond')
            WHERE id = 1 AND holder = ?
            """)) {
      statement.setLong(1, duration.toMillis());
      statement.setObject(2, holder);
      if (statement.executeUpdate() != 1) {
        throw new LeaseLostException();
      }
    }
  }
}
