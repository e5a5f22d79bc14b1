package dev.clade.ingest.hub;

import dev.clade.ingest.artifact.Relation;
import dev.clade.ingest.store.StoredRelations;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names that artifacts declare as upstream and that neither the catalogue nor an alias has. */
final class UnknownUpstreams {
  private static final int LOOKED_UP_AT_ONCE = 10_000;
  private static final int FETCHED_AT_ONCE = 10_000;

  private static final String UNKNOWN =
      """
      SELECT n FROM unnest(?) AS n
      WHERE NOT EXISTS (SELECT 1 FROM ingest.artifact a WHERE a.name = n)
        AND NOT EXISTS (SELECT 1 FROM ingest.alias l WHERE l.alias = n)
        AND NOT EXISTS (SELECT 1 FROM ingest.unknown_upstream u
                        WHERE u.name = n AND u.check_time > now() - INTERVAL '30 days')
      """;

  private static final String PRESENT = "SELECT name FROM ingest.artifact WHERE name = ANY (?)";

  private final long head;
  private final List<String> names;

  private UnknownUpstreams(long head, List<String> names) {
    this.head = head;
    this.names = names;
  }

  /**
   * Reads the names that artifacts declare which changed behind a place of the feed, the most
   * declared first. What the hub did not know a month ago or later is left out.
   */
  static UnknownUpstreams read(Connection connection, long after) throws SQLException {
    long head = 0;
    Map<String, Integer> declared = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT sequence, relations FROM ingest.artifact
            WHERE sequence > ? AND relations <> '' ORDER BY sequence
            """)) {
      statement.setFetchSize(FETCHED_AT_ONCE);
      statement.setLong(1, after);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          head = result.getLong(1);
          for (Relation relation : StoredRelations.of(result.getString(2))) {
            String upstream = relation.upstream();
            if (!upstream.startsWith("papers/")) {
              declared.merge(upstream, 1, Integer::sum);
            }
          }
        }
      }
    }
    List<String> unknown = select(connection, declared.keySet(), UNKNOWN);
    unknown.sort(Comparator.comparing((String name) -> -declared.get(name)).thenComparing(n -> n));
    return new UnknownUpstreams(Math.max(head, after), unknown);
  }

  /** Returns the names that the rule for legacy names explains, each with what it stands for. */
  Map<String, String> legacy(Connection connection) throws SQLException {
    Map<String, List<String>> candidates = new LinkedHashMap<>();
    for (String name : names) {
      List<String> possible = LegacyNames.candidates(name);
      if (!possible.isEmpty()) {
        candidates.put(name, possible);
      }
    }
    Set<String> present =
        Set.copyOf(
            select(
                connection,
                candidates.values().stream().flatMap(List::stream).distinct().toList(),
                PRESENT));
    Map<String, String> legacy = new LinkedHashMap<>();
    candidates.forEach(
        (name, possible) ->
            possible.stream()
                .filter(present::contains)
                .findFirst()
                .ifPresent(target -> legacy.put(name, target)));
    return legacy;
  }

  /** Returns the other names, the most declared first. */
  List<String> withoutLegacy(Set<String> legacy, int most) {
    return names.stream().filter(name -> !legacy.contains(name)).limit(most).toList();
  }

  /** Remembers that everything up to here was looked for. */
  void remember(Connection connection, String hub) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "UPDATE ingest.hub SET resolved_sequence = greatest(resolved_sequence, ?) WHERE name = ?")) {
      statement.setLong(1, head);
      statement.setString(2, hub);
      statement.executeUpdate();
    }
  }

  private static List<String> select(Connection connection, Collection<String> names, String query)
      throws SQLException {
    List<String> found = new ArrayList<>();
    List<String> all = List.copyOf(names);
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int start = 0; start < all.size(); start += LOOKED_UP_AT_ONCE) {
        List<String> some = all.subList(start, Math.min(all.size(), start + LOOKED_UP_AT_ONCE));
        statement.setArray(1, connection.createArrayOf("text", some.toArray()));
        try (ResultSet result = statement.executeQuery()) {
          while (result.next()) {
            found.add(result.getString(1));
          }
        }
      }
    }
    return found;
  }
}
