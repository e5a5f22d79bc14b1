package dev.clade.ingest.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks artifacts up within a transaction. */
final class KnownArtifacts {
  private static final String FIND =
      "SELECT %s, content_hash, snapshot_time FROM ingest.artifact WHERE name = ANY (?)"
          .formatted(ArtifactColumns.select(Detail.FULL));

  private final Connection connection;

  KnownArtifacts(Connection connection) {
    this.connection = connection;
  }

  /** Returns the hash of the record that brought each artifact which the catalogue has. */
  Map<String, ContentHash> hashes(List<String> names) throws SQLException {
    Map<String, ContentHash> hashes = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT name, content_hash FROM ingest.artifact WHERE name = ANY (?)")) {
      statement.setArray(1, connection.createArrayOf("text", names.toArray()));
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          hashes.put(result.getString(1), ContentHash.of(result.getBytes(2)));
        }
      }
    }
    return hashes;
  }

  /** Returns the artifacts that the catalogue has, by name. */
  Map<String, KnownArtifact> find(List<String> names) throws SQLException {
    Map<String, KnownArtifact> found = new LinkedHashMap<>();
    if (names.isEmpty()) {
      return found;
    }
    try (PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setArray(1, connection.createArrayOf("text", names.toArray()));
      try (ResultSet result = statement.executeQuery()) {
        JdbcColumns columns = new JdbcColumns(result);
        while (result.next()) {
          KnownArtifact known =
              new KnownArtifact(
                  ArtifactColumns.artifact(columns),
                  ContentHash.of(result.getBytes(ArtifactColumns.COUNT + 1)),
                  columns.time(ArtifactColumns.COUNT + 1));
          found.put(known.artifact().name(), known);
        }
      }
    }
    return found;
  }
}
