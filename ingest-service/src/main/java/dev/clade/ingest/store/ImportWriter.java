package dev.clade.ingest.store;

import dev.clade.ingest.format.Checkpoint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Commits what an import reads: rows, quarantine, counts and checkpoint in one transaction, so that
 * an import that was killed anywhere goes on behind its last commit, without loss or repeat.
 *
 * <p>It blocks, for only the blocking driver speaks COPY, the shortest way into PostgreSQL.
 */
@ApplicationScoped
public class ImportWriter {
  private final DataSource database;

  @Inject
  ImportWriter(DataSource database) {
    this.database = database;
  }

  /**
   * Commits a batch. May be repeated when it is unknown whether an earlier attempt was committed.
   *
   * @param holder who must hold the import lease, which the commit renews
   * @return the head of the feed afterwards
   * @throws LeaseLostException when another instance imports, or has read this file further
   */
  public long write(UUID importId, UUID holder, Duration leaseDuration, ImportBatch batch)
      throws SQLException, LeaseLostException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        ImportLease.hold(connection, holder, leaseDuration);
        long head = write(connection, importId, batch);
        connection.commit();
        return head;
      } finally {
        connection.rollback();
      }
    }
  }

  private static long write(Connection connection, UUID importId, ImportBatch batch)
      throws SQLException, LeaseLostException {
    Progress progress = progress(connection, importId);
    if (!progress.committed().equals(batch.from())) {
      if (progress.committed().equals(batch.to())) {
        return new ArtifactWriter(connection).lockFeed();
      }
      throw new LeaseLostException();
    }
    BatchOutcome outcome =
        new ArtifactWriter(connection)
            .write(batch.rows(), batch.quarantined().size(), progress.onlyNew());
    QuarantineWriter.write(connection, importId, batch.quarantined());
    advance(connection, importId, batch, outcome);
    return outcome.head();
  }

  private static Progress progress(Connection connection, UUID importId)
      throws SQLException, LeaseLostException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT line, content_offset, updated + unchanged = 0
            FROM ingest.import WHERE id = ? FOR UPDATE
            """)) {
      statement.setObject(1, importId);
      try (ResultSet result = statement.executeQuery()) {
        if (!result.next()) {
          throw new LeaseLostException();
        }
        return new Progress(
            new Checkpoint(result.getLong(1), result.getLong(2)), result.getBoolean(3));
      }
    }
  }

  private static void advance(
      Connection connection, UUID importId, ImportBatch batch, BatchOutcome outcome)
      throws SQLException {
    boolean changed = outcome.created() + outcome.updated() > 0;
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            UPDATE ingest.import
            SET state = ?, line = ?, content_offset = ?,
                read_bytes = CASE WHEN ? THEN total_bytes ELSE least(?, total_bytes) END,
                created = created + ?, updated = updated + ?, unchanged = unchanged + ?,
                quarantined = quarantined + ?,
                last_sequence = CASE WHEN ? THEN ? ELSE last_sequence END,
                update_time = now()
            WHERE id = ?
            """)) {
      statement.setString(1, (batch.last() ? ImportState.SUCCEEDED : ImportState.RUNNING).name());
      statement.setLong(2, batch.to().line());
      statement.setLong(3, batch.to().offset());
      statement.setBoolean(4, batch.last());
      statement.setLong(5, batch.readBytes());
      statement.setLong(6, outcome.created());
      statement.setLong(7, outcome.updated());
      statement.setLong(8, outcome.unchanged());
      statement.setLong(9, batch.quarantined().size());
      statement.setBoolean(10, changed);
      statement.setLong(11, outcome.head());
      statement.setObject(12, importId);
      statement.executeUpdate();
    }
  }

  /**
   * How an import stands.
   *
   * @param onlyNew whether all it stored so far was new to the catalogue
   */
  private record Progress(Checkpoint committed, boolean onlyNew) {}
}
