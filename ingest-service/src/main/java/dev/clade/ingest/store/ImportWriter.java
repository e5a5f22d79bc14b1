package dev.clade.ingest.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
   * @param lease what must be held, and is renewed by the commit
   * @return what it did, and the head of the feed afterwards; nothing when an earlier attempt did
   *     it
   * @throws LeaseLostException when another instance imports, or has read this source further
   * @throws ImportHaltedException when the import was paused or cancelled
   */
  public BatchOutcome write(ImportTask task, HeldLease lease, ImportBatch batch)
      throws SQLException, LeaseLostException, ImportHaltedException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        lease.hold(connection);
        BatchOutcome outcome = write(connection, task, batch);
        connection.commit();
        return outcome;
      } finally {
        connection.rollback();
      }
    }
  }

  /**
   * Renews the lease while a source is slow.
   *
   * @throws LeaseLostException when another instance imports
   * @throws ImportHaltedException when the import was paused or cancelled
   */
  public void check(ImportTask task, HeldLease lease)
      throws SQLException, LeaseLostException, ImportHaltedException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        lease.hold(connection);
        Standing standing = standing(connection, task);
        connection.commit();
        if (!standing.state().isActive()) {
          throw new ImportHaltedException(standing.state());
        }
      } finally {
        connection.rollback();
      }
    }
  }

  private static BatchOutcome write(Connection connection, ImportTask task, ImportBatch batch)
      throws SQLException, LeaseLostException, ImportHaltedException {
    Standing standing = standing(connection, task);
    if (!standing.checkpoint().equals(batch.from())) {
      if (standing.checkpoint().equals(batch.to())) {
        return new BatchOutcome(0, 0, 0, 0, ArtifactWriter.lockFeed(connection));
      }
      throw new LeaseLostException();
    }
    if (!standing.state().isActive()) {
      throw new ImportHaltedException(standing.state());
    }
    BatchTransaction transaction = new BatchTransaction(connection, task.id(), task.provenance());
    BatchOutcome outcome = transaction.artifacts().write(batch.rows(), standing.onlyNew());
    outcome = outcome.and(transaction.quarantine(batch.quarantined()));
    for (BatchPart part : batch.parts()) {
      outcome = outcome.and(part.write(transaction));
    }
    advance(connection, task, batch, outcome);
    return outcome;
  }

  private static Standing standing(Connection connection, ImportTask task)
      throws SQLException, LeaseLostException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT checkpoint, state, updated + unchanged = 0
            FROM ingest.import WHERE id = ? FOR UPDATE
            """)) {
      statement.setObject(1, task.id());
      try (ResultSet result = statement.executeQuery()) {
        if (!result.next()) {
          throw new LeaseLostException();
        }
        return new Standing(
            result.getString(1), ImportState.valueOf(result.getString(2)), result.getBoolean(3));
      }
    }
  }

  private static void advance(
      Connection connection, ImportTask task, ImportBatch batch, BatchOutcome outcome)
      throws SQLException {
    boolean changed = outcome.created() + outcome.updated() > 0;
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            UPDATE ingest.import
            SET state = ?, checkpoint = ?,
                read_bytes = CASE WHEN ? THEN total_bytes ELSE least(?, total_bytes) END,
                created = created + ?, updated = updated + ?, unchanged = unchanged + ?,
                quarantined = quarantined + ?,
                last_sequence = CASE WHEN ? THEN ? ELSE last_sequence END,
                phase = ?, expected_records = ?, request_count = ?,
                start_time = coalesce(start_time, now()), update_time = now()
            WHERE id = ?
            """)) {
      statement.setString(1, (batch.last() ? ImportState.SUCCEEDED : ImportState.RUNNING).name());
      statement.setString(2, batch.to());
      statement.setBoolean(3, batch.last());
      statement.setLong(4, batch.progress().readBytes());
      statement.setLong(5, outcome.created());
      statement.setLong(6, outcome.updated());
      statement.setLong(7, outcome.unchanged());
      statement.setLong(8, outcome.quarantined());
      statement.setBoolean(9, changed);
      statement.setLong(10, outcome.head());
      statement.setString(11, batch.progress().phase());
      statement.setLong(12, batch.progress().expectedRecords());
      statement.setLong(13, batch.progress().requests());
      statement.setObject(14, task.id());
      statement.executeUpdate();
    }
  }

  /**
   * How an import stands.
   *
   * @param onlyNew whether all it stored so far was new to the catalogue
   */
  private record Standing(String checkpoint, ImportState state, boolean onlyNew) {}
}
