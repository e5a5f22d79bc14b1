package dev.clade.ingest.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Writes artifacts within a transaction that the caller ends.
 *
 * <p>The feed's row is locked first, so whatever is read afterwards stays true until the commit:
 * that lets new rows take the shortest way there is, COPY straight into the table, without a
 * staging table or conflict handling. A changed row is deleted and copied anew, which costs
 * PostgreSQL what an update would, as every index changes anyway.
 */
final class ArtifactWriter {
  private static final String UNIQUE_VIOLATION = "23505";

  private final Connection connection;

  ArtifactWriter(Connection connection) {
    this.connection = connection;
  }

  /**
   * Stores the rows that say something new and gives each the next place in the feed, in their
   * order. Of rows with the same name the last counts, the others as unchanged.
   *
   * @param quarantined refused records to add to the catalogue's count
   * @param expectNew whether the catalogue probably has none of the rows, which then are not looked
   *     up; a wrong guess costs time only
   */
  BatchOutcome write(List<ArtifactRow> rows, int quarantined, boolean expectNew)
      throws SQLException {
    long head = lockFeed();
    List<ArtifactRow> latest = latestByName(rows);
    Changes changes =
        expectNew && copiedAsNew(latest, head + 1) ? Changes.allOf(latest) : change(latest, head);
    long newHead = head + changes.created() + changes.updated();
    advanceFeed(newHead, changes.created(), changes.relations(), quarantined);
    return new BatchOutcome(
        changes.created(),
        changes.updated(),
        rows.size() - changes.created() - changes.updated(),
        newHead);
  }

  /** Copies rows without looking them up; undoes it all when the catalogue has one of them. */
  private boolean copiedAsNew(List<ArtifactRow> rows, long firstSequence) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      ArtifactCopy.write(connection, rows, firstSequence);
      return true;
    } catch (SQLException e) {
      if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
        throw e;
      }
      connection.rollback(before);
      return false;
    }
  }

  private Changes change(List<ArtifactRow> rows, long head) throws SQLException {
    Map<String, Known> known = known(rows);
    List<ArtifactRow> changed = new ArrayList<>();
    List<String> replaced = new ArrayList<>();
    long relations = 0;
    for (ArtifactRow row : rows) {
      Known before = known.get(row.name());
      if (before != null && before.contentHash().equals(row.contentHash())) {
        continue;
      }
      changed.add(row);
      relations += row.relationCount();
      if (before != null) {
        replaced.add(row.name());
        relations -= before.relationCount();
      }
    }
    delete(replaced);
    ArtifactCopy.write(connection, changed, head + 1);
    return new Changes(changed.size() - replaced.size(), replaced.size(), relations);
  }

  private static List<ArtifactRow> latestByName(List<ArtifactRow> rows) {
    SequencedMap<String, ArtifactRow> latest = new LinkedHashMap<>(2 * rows.size());
    rows.forEach(row -> latest.putLast(row.name(), row));
    return List.copyOf(latest.values());
  }

  /** Locks the feed until the transaction ends, and returns its head. */
  long lockFeed() throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT head FROM ingest.feed WHERE id = 1 FOR UPDATE");
        ResultSet result = statement.executeQuery()) {
      result.next();
      return result.getLong(1);
    }
  }

  private Map<String, Known> known(List<ArtifactRow> rows) throws SQLException {
    Map<String, Known> known = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT name, content_hash, relations
            FROM ingest.artifact WHERE name = ANY (?)
            """)) {
      statement.setArray(1, texts(rows.stream().map(ArtifactRow::name).toList()));
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          known.put(
              result.getString(1),
              new Known(
                  ContentHash.of(result.getBytes(2)), Joined.split(result.getString(3)).size()));
        }
      }
    }
    return known;
  }

  private void delete(List<String> names) throws SQLException {
    if (names.isEmpty()) {
      return;
    }
    try (PreparedStatement statement =
        connection.prepareStatement("DELETE FROM ingest.artifact WHERE name = ANY (?)")) {
      statement.setArray(1, texts(names));
      statement.executeUpdate();
    }
  }

  private void advanceFeed(long head, long artifacts, long relations, long quarantined)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            UPDATE ingest.feed
            SET head = ?, artifact_count = artifact_count + ?,
                relation_count = relation_count + ?,
                quarantined_record_count = quarantined_record_count + ?
            WHERE id = 1
            """)) {
      statement.setLong(1, head);
      statement.setLong(2, artifacts);
      statement.setLong(3, relations);
      statement.setLong(4, quarantined);
      statement.executeUpdate();
    }
  }

  private Array texts(List<String> texts) throws SQLException {
    return connection.createArrayOf("text", texts.toArray());
  }

  /** What a batch changed; {@code relations} is by how many there are more. */
  private record Changes(long created, long updated, long relations) {
    static Changes allOf(List<ArtifactRow> created) {
      long relations = created.stream().mapToLong(ArtifactRow::relationCount).sum();
      return new Changes(created.size(), 0, relations);
    }
  }

  /** What is stored of an artifact. */
  private record Known(ContentHash contentHash, int relationCount) {}
}
