package dev.clade.ingest.store;

import dev.clade.ingest.artifact.Artifact;
import dev.clade.ingest.artifact.Provenance;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** The transaction of a batch, for the batch's parts. The feed is locked in it. */
public final class BatchTransaction {
  private final Connection connection;
  private final UUID importId;
  private final Provenance provenance;
  private final ArtifactWriter artifacts;
  private final CommitWriter commits;
  private final DiscussionWriter discussions;

  BatchTransaction(Connection connection, UUID importId, Provenance provenance) {
    this.connection = connection;
    this.importId = importId;
    this.provenance = provenance;
    this.artifacts = new ArtifactWriter(connection, importId, provenance);
    this.commits = new CommitWriter(connection);
    this.discussions = new DiscussionWriter(connection, provenance.snapshotTime());
  }

  /** Returns the connection, for tables that belong to the part alone. */
  public Connection connection() {
    return connection;
  }

  /** Returns the import that the batch is of. */
  public UUID importId() {
    return importId;
  }

  /** Returns where what is written comes from. */
  public Provenance provenance() {
    return provenance;
  }

  /**
   * Stores artifacts as {@link ImportBatch#rows} are.
   *
   * @param rows accepted records
   */
  public BatchOutcome write(List<ArtifactRow> rows) throws SQLException {
    return artifacts.write(rows, false);
  }

  /**
   * Changes artifacts that the catalogue has; names that it does not have are passed over.
   *
   * @param amendment returns what an artifact is from now on
   */
  public BatchOutcome amend(List<String> names, Function<Artifact, Artifact> amendment)
      throws SQLException {
    return artifacts.amend(names, amendment);
  }

  /**
   * Gives artifacts the next places in the feed although their own row does not change: something
   * that belongs to them did. Names that the catalogue does not have are passed over.
   */
  public BatchOutcome touch(List<String> names) throws SQLException {
    return artifacts.touch(names);
  }

  /** Returns what writes commits. */
  public CommitWriter commits() {
    return commits;
  }

  /** Returns what writes discussions. */
  public DiscussionWriter discussions() {
    return discussions;
  }

  ArtifactWriter artifacts() {
    return artifacts;
  }

  ActivityWriter activity() {
    return new ActivityWriter(connection, artifacts, commits, discussions);
  }

  BatchOutcome quarantine(List<QuarantinedRecord> records) throws SQLException {
    QuarantineWriter.write(connection, importId, records);
    return BatchOutcome.ofQuarantined(records.size());
  }
}
