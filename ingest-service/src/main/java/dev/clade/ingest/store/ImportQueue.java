package dev.clade.ingest.store;

import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.ingest.artifact.Provenance;
import dev.clade.ingest.format.FileFormat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
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

  /** Returns a lane's oldest import that is to be read, begun or not. */
  public Optional<ImportTask> next(String lane) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                SELECT id, upload_id, format, kind, file_name, snapshot_time, checkpoint, scope,
                       request_count, request_id, traceparent
                FROM ingest.import
                WHERE lane = ? AND state IN ('PENDING', 'RUNNING')
                ORDER BY create_time, id LIMIT 1
                """)) {
      statement.setString(1, lane);
      try (ResultSet result = statement.executeQuery()) {
        return result.next() ? Optional.of(task(result)) : Optional.empty();
      }
    }
  }

  private static ImportTask task(ResultSet result) throws SQLException {
    String format = result.getString(3);
    String kind = result.getString(4);
    Instant snapshotTime = result.getObject(6, OffsetDateTime.class).toInstant();
    return new ImportTask(
        result.getObject(1, UUID.class),
        result.getObject(2, UUID.class),
        format == null ? null : FileFormat.valueOf(format),
        kind == null ? null : ArtifactKind.valueOf(kind),
        new Provenance(result.getString(5), snapshotTime),
        result.getString(7),
        result.getString(8),
        result.getLong(9),
        result.getObject(10, UUID.class),
        result.getString(11));
  }

  /**
   * Ends an import with a failure, unless it is over or another instance imports.
   *
   * @param reason catalogued reason
   * @param message what went wrong, for the caller
   */
  public void fail(UUID importId, HeldLease lease, String reason, String message)
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
        lease.hold(connection);
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
                              WHERE i.upload_id = u.id AND i.state IN ('SUCCEEDED', 'CANCELLED'))
                  AND NOT EXISTS (SELECT 1 FROM ingest.import i
                                  WHERE i.upload_id = u.id AND i.state IN ('PENDING', 'RUNNING', 'PAUSED'))
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
