package dev.clade.ingest.store;

import dev.clade.ingest.artifact.Commit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Writes commits within a transaction that the caller ends. A commit never changes, so one that is
 * known stays as it is.
 */
public final class CommitWriter {
  private final Connection connection;

  CommitWriter(Connection connection) {
    this.connection = connection;
  }

  /** Forgets an artifact's commits, and stores those that it has now. */
  public void replace(String artifact, List<Commit> commits) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("DELETE FROM ingest.artifact_commit WHERE name = ?")) {
      statement.setString(1, artifact);
      statement.executeUpdate();
    }
    add(commits);
  }

  /** Stores the commits that are not known. */
  public Written add(List<Commit> commits) throws SQLException {
    Set<String> artifacts = new HashSet<>();
    if (commits.isEmpty()) {
      return new Written(0, 0, artifacts);
    }
    long created = 0;
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            INSERT INTO ingest.artifact_commit
              (name, commit_id, commit_time, title, message, authors)
            SELECT * FROM unnest(
              ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::text[])
            ON CONFLICT (name, commit_id) DO NOTHING RETURNING name
            """)) {
      int place = 0;
      setTexts(statement, ++place, commits, Commit::artifact);
      setTexts(statement, ++place, commits, Commit::id);
      setTexts(statement, ++place, commits, commit -> commit.time().atOffset(ZoneOffset.UTC));
      setTexts(statement, ++place, commits, Commit::title);
      setTexts(statement, ++place, commits, Commit::message);
      setTexts(statement, ++place, commits, commit -> Joined.join(commit.authors()));
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          created++;
          artifacts.add(result.getString(1));
        }
      }
    }
    return new Written(created, 0, artifacts);
  }

  private void setTexts(
      PreparedStatement statement, int place, List<Commit> commits, Function<Commit, Object> column)
      throws SQLException {
    Object[] texts = commits.stream().map(column).map(Object::toString).toArray();
    statement.setArray(place, connection.createArrayOf("text", texts));
  }
}
