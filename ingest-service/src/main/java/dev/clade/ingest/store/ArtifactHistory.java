package dev.clade.ingest.store;

import dev.clade.ingest.artifact.Artifact;
import dev.clade.ingest.artifact.Provenance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Keeps what artifacts said before, within a transaction that the caller ends. */
final class ArtifactHistory {
  private final Connection connection;

  ArtifactHistory(Connection connection) {
    this.connection = connection;
  }

  /**
   * Keeps what is about to be replaced: the slowly changing fields and the counts, each where they
   * change.
   *
   * @param until since when the replacements are true
   */
  void keep(List<Replacement> replacements, Instant until) throws SQLException {
    List<Replacement> versions = replacements.stream().filter(Replacement::isNewVersion).toList();
    keep(
        """
        INSERT INTO ingest.artifact_version
          (name, sequence, valid_until, source, modify_time, revision, availability, task, library,
           licenses, languages, tags, relations, card_data)
        SELECT name, sequence, greatest(?, snapshot_time), source, modify_time, revision,
               availability, task, library, licenses, languages, tags, relations, card_data
        FROM ingest.artifact WHERE name = ANY (?)
        """,
        versions,
        until);
    List<Replacement> counts = replacements.stream().filter(Replacement::hasNewCounts).toList();
    keep(
        """
        INSERT INTO ingest.artifact_count
          (name, snapshot_time, download_count, like_count, source)
        SELECT name, snapshot_time, download_count, like_count, source
        FROM ingest.artifact WHERE snapshot_time < ? AND name = ANY (?)
        ON CONFLICT (name, snapshot_time) DO NOTHING
        """,
        counts,
        until);
  }

  /** Adds what records older than the catalogue counted. */
  void addCounts(List<Artifact> older, Provenance provenance) throws SQLException {
    if (older.isEmpty()) {
      return;
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            INSERT INTO ingest.artifact_count
              (name, snapshot_time, download_count, like_count, source)
            VALUES (?, ?, ?, ?, ?) ON CONFLICT (name, snapshot_time) DO NOTHING
            """)) {
      for (Artifact artifact : older) {
        statement.setString(1, artifact.name());
        statement.setObject(2, provenance.snapshotTime().atOffset(ZoneOffset.UTC));
        statement.setLong(3, artifact.downloadCount());
        statement.setLong(4, artifact.likeCount());
        statement.setString(5, provenance.source());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private void keep(String insert, List<Replacement> replacements, Instant until)
      throws SQLException {
    if (replacements.isEmpty()) {
      return;
    }
    Object[] names = replacements.stream().map(replacement -> replacement.after().name()).toArray();
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      statement.setObject(1, until.atOffset(ZoneOffset.UTC));
      statement.setArray(2, connection.createArrayOf("text", names));
      statement.executeUpdate();
    }
  }
}
