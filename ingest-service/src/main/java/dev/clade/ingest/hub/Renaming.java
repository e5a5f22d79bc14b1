package dev.clade.ingest.hub;

import dev.clade.ingest.artifact.Artifact;
import dev.clade.ingest.artifact.Availability;
import dev.clade.ingest.store.BatchOutcome;
import dev.clade.ingest.store.BatchPart;
import dev.clade.ingest.store.BatchTransaction;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps renamings: the old name becomes a tombstone that points to the new, and an alias of it. */
final class Renaming {
  private Renaming() {}

  /**
   * Returns what finds artifacts that the catalogue knew under another name, by the hub's own
   * identifier, which survives renaming.
   *
   * @param artifacts artifacts as the hub names them now
   */
  static BatchPart byHubId(List<Artifact> artifacts) {
    Map<String, String> names = new HashMap<>();
    for (Artifact artifact : artifacts) {
      if (!artifact.hub().hubId().isEmpty()) {
        names.put(artifact.hub().hubId(), artifact.name());
      }
    }
    return names.isEmpty() ? _ -> BatchOutcome.none() : transaction -> find(transaction, names);
  }

  /**
   * Returns what keeps one renaming.
   *
   * @param from resource name that the artifact had
   * @param to resource name that it has
   */
  static BatchPart of(String from, String to) {
    return transaction -> rename(transaction, from, to);
  }

  /** Returns another name under which the catalogue has an artifact of the hub now. */
  static Optional<String> nameOf(BatchTransaction transaction, Artifact artifact)
      throws SQLException {
    if (artifact.hub().hubId().isEmpty()) {
      return Optional.empty();
    }
    try (PreparedStatement statement =
        transaction
            .connection()
            .prepareStatement(
                """
                SELECT name FROM ingest.artifact
                WHERE hub_id = ? AND name <> ? AND availability NOT IN (?, ?)
                """)) {
      statement.setString(1, artifact.hub().hubId());
      statement.setString(2, artifact.name());
      statement.setShort(3, Availability.RENAMED.code());
      statement.setShort(4, Availability.DELETED.code());
      try (ResultSet result = statement.executeQuery()) {
        return result.next() ? Optional.of(result.getString(1)) : Optional.empty();
      }
    }
  }

  private static BatchOutcome find(BatchTransaction transaction, Map<String, String> names)
      throws SQLException {
    Map<String, String> renamed = new HashMap<>();
    // An index scan for each name, whatever the planner believes of a table that just grew.
    try (PreparedStatement statement =
        transaction
            .connection()
            .prepareStatement(
                """
                SELECT known.name, known.hub_id
                FROM unnest(?::text[], ?::text[]) AS present (hub_id, name)
                CROSS JOIN LATERAL (
                  SELECT name, hub_id, availability FROM ingest.artifact
                  WHERE hub_id <> '' AND hub_id = present.hub_id OFFSET 0) known
                WHERE known.name <> present.name AND known.availability <> ?
                """)) {
      statement.setArray(1, texts(transaction, names.keySet().toArray()));
      statement.setArray(2, texts(transaction, names.values().toArray()));
      statement.setShort(3, Availability.RENAMED.code());
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          renamed.put(result.getString(1), names.get(result.getString(2)));
        }
      }
    }
    BatchOutcome outcome = BatchOutcome.none();
    for (Map.Entry<String, String> renaming : renamed.entrySet()) {
      outcome = outcome.and(rename(transaction, renaming.getKey(), renaming.getValue()));
    }
    return outcome;
  }

  private static BatchOutcome rename(BatchTransaction transaction, String from, String to)
      throws SQLException {
    if (from.equals(to)) {
      return BatchOutcome.none();
    }
    List<String> aliases = keepAlias(transaction, from, to);
    Instant now = transaction.provenance().snapshotTime();
    return transaction
        .amend(List.of(from), old -> old.with(old.hub().movedTo(to, now)))
        .and(
            transaction.amend(
                List.of(to), present -> present.with(present.hub().withAliases(aliases))));
  }

  /** Stores an alias, leads the ones that led to it to its target, and returns the target's. */
  private static List<String> keepAlias(BatchTransaction transaction, String from, String to)
      throws SQLException {
    try (PreparedStatement lead =
            transaction
                .connection()
                .prepareStatement("UPDATE ingest.alias SET target = ? WHERE target = ?");
        PreparedStatement keep =
            transaction
                .connection()
                .prepareStatement(
                    """
                    INSERT INTO ingest.alias (alias, target, source, found_time)
                    VALUES (?, ?, ?, ?)
                    ON CONFLICT (alias) DO UPDATE
                    SET target = excluded.target, source = excluded.source,
                        found_time = excluded.found_time
                    """);
        PreparedStatement forget =
            transaction.connection().prepareStatement("DELETE FROM ingest.alias WHERE alias = ?");
        PreparedStatement list =
            transaction
                .connection()
                .prepareStatement(
                    "SELECT alias FROM ingest.alias WHERE target = ? ORDER BY alias")) {
      lead.setString(1, to);
      lead.setString(2, from);
      lead.executeUpdate();
      keep.setString(1, from);
      keep.setString(2, to);
      keep.setString(3, transaction.provenance().source());
      keep.setObject(4, transaction.provenance().snapshotTime().atOffset(ZoneOffset.UTC));
      keep.executeUpdate();
      // Renamed there and back again: a present name is nobody's alias.
      forget.setString(1, to);
      forget.executeUpdate();
      list.setString(1, to);
      List<String> aliases = new ArrayList<>();
      try (ResultSet result = list.executeQuery()) {
        while (result.next()) {
          aliases.add(result.getString(1));
        }
      }
      return aliases;
    }
  }

  private static Array texts(BatchTransaction transaction, Object[] texts) throws SQLException {
    return transaction.connection().createArrayOf("text", texts);
  }
}
