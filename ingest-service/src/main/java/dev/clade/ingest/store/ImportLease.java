package dev.clade.ingest.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The right to import in a lane, which one instance holds at a time. The database's clock decides,
 * so the instances' clocks do not matter. It is a row with an expiry rather than an advisory lock,
 * which CockroachDB lacks and which a connection pool would lose.
 */
@ApplicationScoped
public class ImportLease {
  private final DataSource database;

  @Inject
  ImportLease(DataSource database) {
    this.database = database;
  }

  /**
   * Takes or renews the lease; returns whether the holder has it. A lease of somebody else that has
   * more time left than leases are given is from before the clock was set back: it is cut down to
   * that time, in which its holder renews it, if it lives.
   */
  public boolean acquire(HeldLease claim) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                INSERT INTO ingest.import_lease AS held (lane, holder, expires_at)
                VALUES (?, ?, now() + ? * INTERVAL '1 millisecond')
                ON CONFLICT (lane) DO UPDATE
                SET holder = CASE WHEN held.expires_at < now() THEN excluded.holder
                                  ELSE held.holder END,
                    expires_at = excluded.expires_at
                WHERE held.holder = excluded.holder OR held.expires_at < now()
                   OR held.expires_at > excluded.expires_at
                RETURNING holder = ?
                """)) {
      statement.setString(1, claim.lane());
      statement.setObject(2, claim.holder());
      statement.setLong(3, claim.duration().toMillis());
      statement.setObject(4, claim.holder());
      try (ResultSet given = statement.executeQuery()) {
        return given.next() && given.getBoolean(1);
      }
    }
  }

  /** Gives the lease back; does nothing when the holder has it no more. */
  public void release(HeldLease claim) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "DELETE FROM ingest.import_lease WHERE lane = ? AND holder = ?")) {
      statement.setString(1, claim.lane());
      statement.setObject(2, claim.holder());
      statement.executeUpdate();
    }
  }
}
