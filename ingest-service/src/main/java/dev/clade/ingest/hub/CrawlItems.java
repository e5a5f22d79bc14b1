package dev.clade.ingest.hub;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The artifacts that a crawl is to ask about, step for step. It blocks. */
final class CrawlItems {
  private final Database database;
  private final UUID importId;

  CrawlItems(DataSource database, UUID importId) {
    this.database = new Database(database);
    this.importId = importId;
  }

  UUID importId() {
    return importId;
  }

  /** Returns how the database is used. */
  Database database() {
    return database;
  }

  /**
   * Puts the items of a step down, in place of what an earlier attempt put down.
   *
   * @param names writes them within the transaction, in their order
   */
  void plan(String step, Plan names) throws IOException, InterruptedException {
    database.inTransaction(
        connection -> {
          try (PreparedStatement forget =
              connection.prepareStatement(
                  "DELETE FROM ingest.crawl_item WHERE import_id = ? AND step = ?")) {
            forget.setObject(1, importId);
            forget.setString(2, step);
            forget.executeUpdate();
          }
          names.write(connection);
          return null;
        });
  }

  /** Writes one item within a plan. */
  void add(PreparedStatement insert, String step, long place, String name) throws SQLException {
    insert.setObject(1, importId);
    insert.setString(2, step);
    insert.setLong(3, place);
    insert.setString(4, name);
    insert.addBatch();
  }

  /** Writes aliases within a plan, as items that need no question, behind a place. */
  void addAliases(Connection connection, String step, long after, Map<String, String> aliases)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO ingest.crawl_item (import_id, step, place, name, revision, etag)
            VALUES (?, ?, ?, ?, ?, '')
            """)) {
      long place = after;
      for (Map.Entry<String, String> alias : aliases.entrySet()) {
        place++;
        insert.setString(5, alias.getValue());
        add(insert, step, place, alias.getKey());
      }
      insert.executeBatch();
    }
  }

  /** Returns the statement that {@link #add} fills. */
  static PreparedStatement insert(Connection connection) throws SQLException {
    return connection.prepareStatement(
        """
        INSERT INTO ingest.crawl_item (import_id, step, place, name, revision, etag)
        VALUES (?, ?, ?, ?, '', '')
        """);
  }

  /** Returns a step's next item behind a place. */
  Optional<CrawlItem> behind(String step, long place) throws IOException, InterruptedException {
    return database.inTransaction(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  """
                  SELECT place, name, revision, etag FROM ingest.crawl_item
                  WHERE import_id = ? AND step = ? AND place > ? ORDER BY place LIMIT 1
                  """)) {
            statement.setObject(1, importId);
            statement.setString(2, step);
            statement.setLong(3, place);
            try (ResultSet result = statement.executeQuery()) {
              return result.next()
                  ? Optional.of(
                      new CrawlItem(
                          result.getLong(1),
                          result.getString(2),
                          result.getString(3),
                          result.getString(4)))
                  : Optional.empty();
            }
          }
        });
  }

  /** Returns how many items a step has. */
  long count(String step) throws IOException, InterruptedException {
    return database.inTransaction(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "SELECT count(*) FROM ingest.crawl_item WHERE import_id = ? AND step = ?")) {
            statement.setObject(1, importId);
            statement.setString(2, step);
            try (ResultSet result = statement.executeQuery()) {
              result.next();
              return result.getLong(1);
            }
          }
        });
  }

  /** Puts items down. */
  interface Plan {
    /** Writes them within a transaction that the caller ends. */
    void write(Connection connection) throws SQLException;
  }
}
