package dev.clade.local.bench;

import dev.clade.lineage.graph.EdgeLabel;
import dev.clade.lineage.graph.RelationOrigin;
import dev.clade.local.bench.hub.Hub;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * Lineages by recursive queries over a table of names and one of edges, indexed both ways. The
 * tables are unlogged, analysed and in memory; the query is prepared, and tells names and depths of
 * the first page with the number of all, without the relations that the service tells besides.
 */
final class RecursiveQuery implements ClosedLoop.Asked, AutoCloseable {
  private static final String TABLES =
      """
      CREATE SCHEMA bench;
      CREATE UNLOGGED TABLE bench.artifact (id int NOT NULL, name text COLLATE "C" NOT NULL);
      CREATE UNLOGGED TABLE bench.edge
        (upstream int NOT NULL, downstream int NOT NULL, type smallint NOT NULL);
      """;
  private static final String INDEXES =
      """
      CREATE UNIQUE INDEX ON bench.artifact (id);
      CREATE UNIQUE INDEX ON bench.artifact (name);
      CREATE INDEX ON bench.edge (upstream, downstream);
      CREATE INDEX ON bench.edge (downstream, upstream);
      ANALYZE bench.artifact;
      ANALYZE bench.edge;
      """;
  private static final String QUERY =
      """
      WITH RECURSIVE start AS (SELECT id FROM bench.artifact WHERE name = ?),
      down (id, depth) AS (
        SELECT id, 0 FROM start
        UNION
        SELECT edge.downstream, down.depth + 1 FROM down
        JOIN bench.edge ON edge.upstream = down.id WHERE down.depth < %1$d),
      up (id, depth) AS (
        SELECT id, 0 FROM start
        UNION
        SELECT edge.upstream, up.depth + 1 FROM up
        JOIN bench.edge ON edge.downstream = up.id WHERE up.depth < %1$d),
      nearest AS (
        SELECT id, min(depth) AS depth
        FROM (SELECT id, depth FROM down UNION ALL SELECT id, depth FROM up) AS either
        GROUP BY id),
      page AS (
        SELECT id, depth, count(*) OVER () AS total FROM nearest ORDER BY depth, id LIMIT %2$d)
      SELECT artifact.name, page.depth, page.total FROM page JOIN bench.artifact USING (id)
      """
          .formatted(LineageQuestion.DEPTH, LineageQuestion.PAGE);

  private final Hub hub;
  private final Connection connection;
  private final PreparedStatement query;

  /** Connects to a database that {@link #load} has filled. */
  RecursiveQuery(Hub hub, DataSource database) throws SQLException {
    this.hub = hub;
    connection = database.getConnection();
    query = connection.prepareStatement(QUERY);
  }

  /** Fills the tables. */
  static void load(Hub hub, DataSource database) throws Exception {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(TABLES);
      copyNames(hub, connection.unwrap(PGConnection.class));
      copyEdges(hub, connection.unwrap(PGConnection.class));
      statement.execute(INDEXES);
    }
  }

  private static void copyNames(Hub hub, PGConnection connection) throws Exception {
    try (PGCopyOutputStream rows =
        new PGCopyOutputStream(connection, "COPY bench.artifact FROM STDIN", 1 << 16)) {
      for (int artifact = 0; artifact < hub.count(); artifact++) {
        String name = hub.name(artifact).replace("\\", "\\\\");
        rows.write((artifact + "\t" + name + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static void copyEdges(Hub hub, PGConnection connection) throws Exception {
    try (PGCopyOutputStream rows =
        new PGCopyOutputStream(connection, "COPY bench.edge FROM STDIN", 1 << 16)) {
      for (int artifact = 0; artifact < hub.count(); artifact++) {
        for (int relation = hub.start(artifact); relation < hub.end(artifact); relation++) {
          byte label = EdgeLabel.of(hub.type(relation), RelationOrigin.DECLARED);
          String row = hub.upstream(relation) + "\t" + artifact + '\t' + label + '\n';
          rows.write(row.getBytes(StandardCharsets.UTF_8));
        }
      }
    }
  }

  /** Returns how many artifacts the lineage has, at most as many as the service would visit. */
  @Override
  public int ask(int artifact) throws SQLException {
    query.setString(1, hub.name(artifact));
    int total = 0;
    try (ResultSet page = query.executeQuery()) {
      while (page.next()) {
        total = page.getInt("total");
      }
    }
    return Math.min(LineageQuestion.MOST, total);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
