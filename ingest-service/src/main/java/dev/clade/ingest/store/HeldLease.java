package dev.clade.ingest.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/**
 * A claim to the lease of a lane.
 *
 * @param lane the files, or a hub
 * @param holder instance that claims it
 * @param duration how long it lasts when its holder is gone
 */
public record HeldLease(String lane, UUID holder, Duration duration) {

  /**
   * Fails unless the holder has the lease, renews it, and keeps others from taking it until the
   * transaction ends.
   */
  void hold(Connection connection) throws SQLException, LeaseLostException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            UPDATE ingest.import_lease
            SET expires_at = greatest(expires_at, now() + ? * INTERVAL '1 millisecond')
            WHERE lane = ? AND holder = ?
            """)) {
      statement.setLong(1, duration.toMillis());
      statement.setString(2, lane);
      statement.setObject(3, holder);
      if (statement.executeUpdate() != 1) {
        throw new LeaseLostException();
      }
    }
  }
}
