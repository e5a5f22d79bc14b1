package dev.clade.ingest.store;

import dev.clade.ingest.artifact.Discussion;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes discussions within a transaction that the caller ends and that holds the feed's lock, so
 * that nobody else writes any. What a later look at the hub told stays.
 */
public final class DiscussionWriter {
  private final Connection connection;
  private final Instant snapshotTime;

  /**
   * Writes what a source tells.
   *
   * @param snapshotTime when it looked so
   */
  DiscussionWriter(Connection connection, Instant snapshotTime) {
    this.connection = connection;
    this.snapshotTime = snapshotTime;
  }

  /** Forgets an artifact's discussions, and stores those that it has now. */
  public void replace(String artifact, List<Discussion> discussions) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "DELETE FROM ingest.discussion WHERE name = ? AND snapshot_time <= ?")) {
      statement.setString(1, artifact);
      statement.setObject(2, snapshotTime.atOffset(ZoneOffset.UTC));
      statement.executeUpdate();
    }
    put(discussions);
  }

  /** Stores discussions, or what is new of them; of several with one number the last counts. */
  public Written put(List<Discussion> discussions) throws SQLException {
    if (discussions.isEmpty()) {
      return new Written(0, 0, Set.of());
    }
    Map<Key, Discussion> latest = new LinkedHashMap<>();
    discussions.forEach(discussion -> latest.put(Key.of(discussion), discussion));
    Map<Key, Known> known = known(latest.keySet());
    List<Discussion> told = new ArrayList<>();
    Set<String> artifacts = new HashSet<>();
    long created = 0;
    long updated = 0;
    for (Map.Entry<Key, Discussion> entry : latest.entrySet()) {
      Discussion discussion = entry.getValue();
      Known before = known.get(entry.getKey());
      if (before != null && !before.yieldsTo(discussion, snapshotTime)) {
        continue;
      }
      told.add(discussion);
      if (before == null) {
        created++;
        artifacts.add(discussion.artifact());
      } else if (!before.discussion.equals(discussion)) {
        updated++;
        artifacts.add(discussion.artifact());
      }
    }
    write(told);
    return new Written(created, updated, artifacts);
  }

  private Map<Key, Known> known(Collection<Key> keys) throws SQLException {
    Map<Key, Known> known = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT name, number, title, status, pull_request, author, create_time, snapshot_time
            FROM ingest.discussion JOIN unnest(?::text[], ?::bigint[]) AS asked (name, number)
              USING (name, number)
            """)) {
      setArray(statement, 1, "text", keys.stream().map(Key::artifact).toArray());
      setArray(statement, 2, "bigint", keys.stream().map(Key::number).toArray());
      try (ResultSet result = statement.executeQuery()) {
        JdbcColumns row = new JdbcColumns(result);
        while (result.next()) {
          Discussion discussion =
              new Discussion(
                  row.text(0),
                  row.number(1),
                  row.text(2),
                  row.text(3),
                  result.getBoolean(5),
                  row.text(5),
                  row.time(6));
          known.put(Key.of(discussion), new Known(discussion, row.time(7)));
        }
      }
    }
    return known;
  }

  private void write(List<Discussion> discussions) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            INSERT INTO ingest.discussion
              (name, number, title, status, pull_request, author, create_time, snapshot_time)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (name, number) DO UPDATE
            SET title = excluded.title, status = excluded.status,
                pull_request = excluded.pull_request, author = excluded.author,
                create_time = excluded.create_time, snapshot_time = excluded.snapshot_time
            """)) {
      for (Discussion discussion : discussions) {
        int place = 0;
        statement.setString(++place, discussion.artifact());
        statement.setLong(++place, discussion.number());
        statement.setString(++place, discussion.title());
        statement.setString(++place, discussion.status());
        statement.setBoolean(++place, discussion.pullRequest());
        statement.setString(++place, discussion.author());
        statement.setObject(++place, discussion.createTime().atOffset(ZoneOffset.UTC));
        statement.setObject(++place, snapshotTime.atOffset(ZoneOffset.UTC));
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private void setArray(PreparedStatement statement, int place, String type, Object[] values)
      throws SQLException {
    statement.setArray(place, connection.createArrayOf(type, values));
  }

  /** What tells discussions apart. */
  private record Key(String artifact, long number) {
    private static Key of(Discussion discussion) {
      return new Key(discussion.artifact(), discussion.number());
    }
  }

  /** What the catalogue has of a discussion, and when its source looked so. */
  private record Known(Discussion discussion, Instant snapshotTime) {
    /** Also to what is said again later: since then it is known to be still so. */
    private boolean yieldsTo(Discussion other, Instant time) {
      return snapshotTime.isBefore(time)
          || (snapshotTime.equals(time) && !discussion.equals(other));
    }
  }
}
