package dev.clade.ingest.store;

import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.ingest.artifact.ArtifactRules;
import dev.clade.ingest.artifact.DeclaredArtifact;
import dev.clade.ingest.artifact.Provenance;
import dev.clade.ingest.artifact.RefusedRecordException;
import dev.clade.ingest.format.FileFormat;
import dev.clade.runtime.testing.PostgresServer;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A real database with the service's schema, reached in both of the store's ways. */
public final class Database implements AutoCloseable {
  static final UUID IMPORT = new UUID(0, 1);
  static final Provenance SNAPSHOT = new Provenance("test", Instant.parse("2024-07-11T00:00:00Z"));

  private final PostgresServer server = new PostgresServer();
  private final PGSimpleDataSource blocking = new PGSimpleDataSource();
  private final Vertx vertx = Vertx.vertx();
  private final Pool reactive;

  /** Starts a database and makes the schema. */
  public Database() {
    blocking.setUrl(server.jdbcUrl());
    blocking.setUser(PostgresServer.CLADE);
    blocking.setPassword(PostgresServer.CLADE);
    Flyway.configure().dataSource(blocking).schemas("ingest").load().migrate();
    PgConnectOptions options =
        PgConnectOptions.fromUri(server.reactiveUrl())
            .setUser(PostgresServer.CLADE)
            .setPassword(PostgresServer.CLADE);
    reactive =
        Pool.newInstance(
            PgBuilder.pool()
                .connectingTo(options)
                .with(new PoolOptions().setMaxSize(4))
                .using(vertx.getDelegate())
                .build());
  }

  /** Returns the task of an import that {@link #newImport} stored. */
  static ImportTask task(UUID id) {
    return new ImportTask(
        id,
        UUID.randomUUID(),
        FileFormat.JSONL,
        ArtifactKind.MODEL,
        SNAPSHOT,
        "",
        null,
        0,
        UUID.randomUUID(),
        "");
  }

  /** Returns connections of the blocking driver. */
  public DataSource blocking() {
    return blocking;
  }

  Pool reactive() {
    return reactive;
  }

  Connection transaction() throws SQLException {
    Connection connection = blocking.getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  /** Stores an import that waits to be read, and returns its id. */
  UUID newImport() throws SQLException {
    UUID id = UUID.randomUUID();
    try (Connection connection = blocking.getConnection();
        var statement =
            connection.prepareStatement(
                """
                INSERT INTO ingest.import
                  (id, request_id, upload_id, format, kind, file_name, snapshot_time, total_bytes,
                   state, read_bytes, created, updated, unchanged, quarantined, last_sequence,
                   create_time, update_time)
                VALUES (?, ?, ?, 'JSONL', 'MODEL', 'x', now(), 100, 'PENDING', 0, 0, 0, 0, 0, 0,
                        now(), now())
                """)) {
      for (int i = 1; i <= 3; i++) {
        statement.setObject(i, i == 1 ? id : UUID.randomUUID());
      }
      statement.executeUpdate();
    }
    return id;
  }

  /** Returns the row of a model. */
  static ArtifactRow row(String id, long downloads, String... tags) {
    DeclaredArtifact model = new DeclaredArtifact(ArtifactKind.MODEL);
    model.id = id;
    model.downloads = downloads;
    model.tags.addAll(List.of(tags));
    try {
      return new ArtifactRowEncoder(IMPORT, SNAPSHOT).encode(ArtifactRules.artifactOf(model));
    } catch (RefusedRecordException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    reactive.closeAndAwait();
    vertx.closeAndAwait();
    server.close();
  }
}
