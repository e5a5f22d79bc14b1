package dev.clade.ingest.store;

import dev.clade.ingest.artifact.Artifact;
import dev.clade.ingest.artifact.Provenance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Function;

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
  private final UUID importId;
  private final KnownArtifacts known;
  private final ArtifactHistory history;
  private final ArtifactRowEncoder encoder;
  private final Provenance provenance;

  /**
   * Writes on behalf of an import.
   *
   * @param provenance where the records come from
   */
  ArtifactWriter(Connection connection, UUID importId, Provenance provenance) {
    this.connection = connection;
    this.importId = importId;
    this.known = new KnownArtifacts(connection);
    this.history = new ArtifactHistory(connection);
    this.encoder = new ArtifactRowEncoder(importId, provenance);
    this.provenance = provenance;
  }

  /**
   * Stores the rows that say something new and gives each the next place in the feed, in their
   * order. Of rows with the same name the last counts, the others as unchanged. What a row does not
   * tell is kept as it was. A row older than what is known only adds its counts to the history.
   *
   * @param expectNew whether the catalogue probably has none of the rows, which then are not looked
   *     up; a wrong guess costs time only
   */
  BatchOutcome write(List<ArtifactRow> rows, boolean expectNew) throws SQLException {
    long head = lockFeed(connection);
    List<ArtifactRow> latest = latestByName(rows);
    Changes changes =
        expectNew && copiedAsNew(latest, head + 1)
            ? Changes.allOf(latest)
            : replace(changed(latest), head);
    return advance(rows.size(), head, changes);
  }

  /**
   * Changes artifacts that the catalogue has; names that it does not have are passed over.
   *
   * @param amendment returns what an artifact is from now on
   */
  BatchOutcome amend(List<String> names, Function<Artifact, Artifact> amendment)
      throws SQLException {
    long head = lockFeed(connection);
    List<Replacement> replacements = new ArrayList<>();
    for (KnownArtifact before : known.find(names).values()) {
      Artifact after = amendment.apply(before.artifact());
      if (!after.equals(before.artifact())) {
        replacements.add(replacement(before, after, before.recordHash()));
      }
    }
    return advance(names.size(), head, replace(replacements, head));
  }

  /** Gives artifacts the next places in the feed; names that are not known are passed over. */
  BatchOutcome touch(List<String> names) throws SQLException {
    long head = lockFeed(connection);
    long touched;
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            UPDATE ingest.artifact a
            SET sequence = ? + t.place, import_id = ?, update_time = now()
            FROM (SELECT name, row_number() OVER (ORDER BY name) AS place
                  FROM ingest.artifact WHERE name = ANY (?)) t
            WHERE a.name = t.name
            """)) {
      statement.setLong(1, head);
      statement.setObject(2, importId);
      statement.setArray(3, connection.createArrayOf("text", names.toArray()));
      touched = statement.executeUpdate();
    }
    return advance(Math.toIntExact(touched), head, new Changes(0, touched, 0));
  }

  /** Locks the feed until the transaction ends, and returns its head. */
  static long lockFeed(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT head FROM ingest.feed WHERE id = 1 FOR UPDATE");
        ResultSet result = statement.executeQuery()) {
      result.next();
      return result.getLong(1);
    }
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

  /** Finds what changes; a record that came before in the same words is not looked at further. */
  private List<Replacement> changed(List<ArtifactRow> rows) throws SQLException {
    Map<String, ContentHash> hashes = known.hashes(rows.stream().map(ArtifactRow::name).toList());
    Map<String, KnownArtifact> different =
        known.find(
            rows.stream()
                .filter(row -> hashes.containsKey(row.name()))
                .filter(row -> !hashes.get(row.name()).equals(row.contentHash()))
                .map(ArtifactRow::name)
                .toList());
    List<Replacement> replacements = new ArrayList<>();
    List<Artifact> older = new ArrayList<>();
    for (ArtifactRow row : rows) {
      KnownArtifact before = different.get(row.name());
      if (before == null) {
        if (!hashes.containsKey(row.name())) {
          replacements.add(new Replacement(Optional.empty(), row));
        }
      } else if (before.snapshotTime().isAfter(provenance.snapshotTime())) {
        older.add(row.artifact());
      } else {
        Artifact after = row.artifact().over(before.artifact(), provenance.snapshotTime());
        if (!after.equals(before.artifact())) {
          replacements.add(replacement(before, after, row.contentHash()));
        }
      }
    }
    history.addCounts(older, provenance);
    return replacements;
  }

  private Replacement replacement(KnownArtifact before, Artifact after, ContentHash recordHash) {
    return new Replacement(Optional.of(before), encoder.encode(after, recordHash));
  }

  private Changes replace(List<Replacement> replacements, long head) throws SQLException {
    history.keep(replacements, provenance.snapshotTime());
    List<String> replaced =
        replacements.stream()
            .flatMap(replacement -> replacement.before().stream())
            .map(before -> before.artifact().name())
            .toList();
    delete(replaced);
    ArtifactCopy.write(
        connection, replacements.stream().map(Replacement::after).toList(), head + 1);
    long relations = replacements.stream().mapToLong(Replacement::addedRelations).sum();
    return new Changes(replacements.size() - replaced.size(), replaced.size(), relations);
  }

  private static List<ArtifactRow> latestByName(List<ArtifactRow> rows) {
    SequencedMap<String, ArtifactRow> latest = new LinkedHashMap<>(2 * rows.size());
    rows.forEach(row -> latest.putLast(row.name(), row));
    return List.copyOf(latest.values());
  }

  private void delete(List<String> names) throws SQLException {
    if (names.isEmpty()) {
      return;
    }
    try (PreparedStatement statement =
        connection.prepareStatement("DELETE FROM ingest.artifact WHERE name = ANY (?)")) {
      statement.setArray(1, connection.createArrayOf("text", names.toArray()));
      statement.executeUpdate();
    }
  }

  private BatchOutcome advance(int records, long head, Changes changes) throws SQLException {
    long newHead = head + changes.created() + changes.updated();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            UPDATE ingest.feed
            SET head = ?, artifact_count = artifact_count + ?,
                relation_count = relation_count + ?
            WHERE id = 1
            """)) {
      statement.setLong(1, newHead);
      statement.setLong(2, changes.created());
      statement.setLong(3, changes.relations());
      statement.executeUpdate();
    }
    return new BatchOutcome(
        changes.created(),
        changes.updated(),
        records - changes.created() - changes.updated(),
        0,
        newHead);
  }

  /** What a batch changed; {@code relations} is by how many there are more. */
  private record Changes(long created, long updated, long relations) {
    static Changes allOf(List<ArtifactRow> created) {
      long relations = created.stream().mapToLong(ArtifactRow::relationCount).sum();
      return new Changes(created.size(), 0, relations);
    }
  }
}
