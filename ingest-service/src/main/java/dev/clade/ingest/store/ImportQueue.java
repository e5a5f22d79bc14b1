package dev.clade.ingest.store;

import dev.clade.ingest.format.Checkpoint;
import dev.clade.ingest.format.FileFormat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** The imports that are not over, for the holder of the import lease. It blocks. */
@ApplicationScoped
public class ImportQueue {
  private final DataSource database;

  @Inject
  ImportQueue(DataSource database) {
    this.database = database;
  }

  /** Returns the oldest import that is not over, begun or not. */
  public Optional<ImportTask> next() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                SELECT id, upload_id, format, line, content_offset FROM ingest.import
                WHERE state IN ('PENDING', 'RUNNING') ORDER BY create_time, id LIMIT 1
                """);
        ResultSet result = statement.executeQuery()) {
      if (!result.next()) {
        return Optional.empty();
      }
      return Optional.of(
          new ImportTask(
              result.getObject(1, UUID.class),
              result.getObject(2, UUID.class),
              FileFormat.valueOf(result.getString(3)),
              new Checkpoint(result.getLong(4), result.getLong(5))));
    }
  }

  /**
   * Ends an import with a failure, unless it is over or another instance imports.
   *
   * @param reason catalogued reason
   * @param message what went wrong, for the caller
   */
  public void fail(UUID importId, UUID holder, String reason, String message)
      throws SQLException, LeaseLostException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement =
          connection.prepareStatement(
              """
              UPDATE ingest.import
              SET state = 'FAILED', failure_reason = ?, failure_message = ?, update_time = now()
              WHERE id = ? AND state IN ('PENDING', 'RUNNING')
              """)) {
        ImportLease.hold(connection, holder, Duration.ZERO);
        statement.setString(1, reason);
        statement.setString(2, message);
        statement.setObject(3, importId);
        statement.executeUpdate();
        connection.commit();
      } finally {
        connection.rollback();
      }
    }
  }

  /**
   * Forgets uploads that were imported and that no unfinished import needs, and returns the ones
   * that are left.
   */
  public Set<UUID> forgetImportedUploads() throws SQLException {
    Set<UUID> left = new HashSet<>();
    try (Connection connection = database.getConnection();
        PreparedStatement forget =
            connection.prepareStatement(
                """
                DELETE FROM ingest.upload u
                WHERE EXISTS (SELECT 1 FROM ingest.import i
                              WHERE i.upload_id = u.id AND i.state = 'SUCCEEDED')
                  AND NOT EXISTS (SELECT 1 FROM ingest.import i
                                  WHERE i.upload_id = u.id AND i.state IN ('PENDING', 'RUNNING'))
                """);
        PreparedStatement list = connection.prepareStatement("SELECT id FROM ingest.upload")) {
      forget.executeUpdate();
      try (ResultSet result = list.executeQuery()) {
        while (result.next()) {
          left.add(result.getObject(1, UUID.class));
        }
      }
    }
    return left;
  }
}
