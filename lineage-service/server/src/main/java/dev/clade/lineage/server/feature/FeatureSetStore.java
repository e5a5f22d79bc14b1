package dev.clade.lineage.server.feature;

import dev.clade.lineage.server.file.StoredFile;
import dev.clade.lineage.server.report.ReportSchema;
import dev.clade.lineage.server.work.WorkQueue;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.request.RequestId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Feature sets in PostgreSQL, whose clock decides. */
@Singleton
public final class FeatureSetStore {
  private static final String COLUMNS =
      """
      id, state, snapshot_time, snapshot_sequence, repository_count, size_bytes, file, chunk_count,
      digest, create_time, failure
      """;

  private final ReportSchema schema;
  private final Pool pool;

  @Inject
  FeatureSetStore(ReportSchema schema, Pool pool) {
    this.schema = schema;
    this.pool = pool;
  }

  /**
   * Returns the set that a request has asked for before, or the one that is being made, or a new
   * one.
   *
   * @param snapshot the set's; now if empty
   * @param fingerprint of the request, so that its id is not used for another
   */
  Uni<FeatureSet> create(RequestId request, String fingerprint, Optional<Instant> snapshot) {
    return schema
        .ready()
        .chain(
            () ->
                pool.withTransaction(
                    session ->
                        asked(session, request, fingerprint)
                            .chain(
                                known ->
                                    known.isPresent()
                                        ? Uni.createFrom().item(known)
                                        : ask(session, request, fingerprint, snapshot))))
        // The one that was being made has just ended, or the same request was here at once.
        .chain(
            found ->
                found
                    .map(Uni.createFrom()::item)
                    .orElseGet(() -> create(request, fingerprint, snapshot)));
  }

  private Uni<Optional<FeatureSet>> asked(
      SqlConnection session, RequestId request, String fingerprint) {
    return session
        .preparedQuery(
            "SELECT feature_set, fingerprint FROM lineage.feature_set_request WHERE request_id = $1")
        .execute(Tuple.of(request.uuid()))
        .chain(
            rows -> {
              if (rows.size() == 0) {
                return Uni.createFrom().item(Optional.empty());
              }
              Row row = rows.iterator().next();
              if (!row.getString(1).equals(fingerprint)) {
                throw request.reused();
              }
              return find(session, row.getString(0));
            });
  }

  private Uni<Optional<FeatureSet>> ask(
      SqlConnection session, RequestId request, String fingerprint, Optional<Instant> snapshot) {
    return session
        .preparedQuery(
            """
            INSERT INTO lineage.feature_set (id, state, snapshot_time)
            VALUES ($1, 'MAKING', coalesce($2, now()))
            ON CONFLICT (state) WHERE state = 'MAKING' DO NOTHING
            """)
        .execute(
            Tuple.of(
                UUID.randomUUID().toString(),
                snapshot.map(time -> time.atOffset(ZoneOffset.UTC)).orElse(null)))
        .chain(
            () ->
                session
                    .preparedQuery(
                        """
                        INSERT INTO lineage.feature_set_request (request_id, fingerprint, feature_set)
                        SELECT $1, $2, id FROM lineage.feature_set WHERE state = 'MAKING'
                        ON CONFLICT DO NOTHING
                        RETURNING feature_set
                        """)
                    .execute(Tuple.of(request.uuid(), fingerprint)))
        .chain(
            rows ->
                rows.size() == 0
                    ? Uni.createFrom().item(Optional.empty())
                    : find(session, rows.iterator().next().getString(0)));
  }

  /** Returns a set. */
  public Uni<Optional<FeatureSet>> find(String id) {
    return schema.ready().chain(() -> find(pool, id));
  }

  private static Uni<Optional<FeatureSet>> find(SqlClient session, String id) {
    return session
        .preparedQuery("SELECT " + COLUMNS + "FROM lineage.feature_set WHERE id = $1")
        .execute(Tuple.of(id))
        .map(rows -> first(rows, FeatureSetStore::read));
  }

  /** As {@link WorkQueue#take}; gives up what was begun too often. */
  Uni<Optional<FeatureSet>> take(UUID holder, Duration lease) {
    Tuple parameters = Tuple.of(holder, lease.toMillis(), WorkQueue.MOST_ATTEMPTS);
    return execute(
            """
            UPDATE lineage.feature_set SET state = 'FAILED',
              failure = 'every server that made it has ended; it was begun ' || attempts || ' times'
            WHERE state = 'MAKING' AND attempts >= $1 AND lease_end < now()
            """,
            Tuple.of(WorkQueue.MOST_ATTEMPTS))
        .chain(
            () ->
                execute(
                    """
                    UPDATE lineage.feature_set
                    SET holder = $1, lease_end = now() + $2 * INTERVAL '1 millisecond',
                        attempts = attempts + 1, repository_count = 0, size_bytes = 0
                    WHERE state = 'MAKING' AND attempts < $3
                      AND (lease_end < now() OR lease_end > now() + $2 * INTERVAL '2 milliseconds')
                    RETURNING
                    """
                        + COLUMNS,
                    parameters))
        .map(rows -> first(rows, FeatureSetStore::read));
  }

  /** As {@link WorkQueue#renew}. */
  Uni<Boolean> renew(String id, UUID holder, Duration lease) {
    return execute(
            """
            UPDATE lineage.feature_set SET lease_end = now() + $3 * INTERVAL '1 millisecond'
            WHERE id = $1 AND holder = $2 AND state = 'MAKING'
            """,
            Tuple.of(id, holder, lease.toMillis()))
        .map(rows -> rows.rowCount() == 1);
  }

  /** Tells how far the holder is. */
  Uni<Void> progress(String id, UUID holder, long repositories, long bytes) {
    return execute(
            """
            UPDATE lineage.feature_set SET repository_count = $3, size_bytes = $4
            WHERE id = $1 AND holder = $2 AND state = 'MAKING'
            """,
            Tuple.of(id, holder, repositories, bytes))
        .replaceWithVoid();
  }

  /**
   * Keeps a file as the set's, unless the holder has lost it.
   *
   * @return whether it is kept
   */
  Uni<Boolean> finish(String id, UUID holder, long sequence, long repositories, StoredFile file) {
    return execute(
            """
            UPDATE lineage.feature_set
            SET state = 'READY', snapshot_sequence = $3, repository_count = $4, size_bytes = $5,
                digest = $6, file = $7, chunk_count = $8
            WHERE id = $1 AND holder = $2 AND state = 'MAKING'
            """,
            Tuple.tuple()
                .addString(id)
                .addUUID(holder)
                .addLong(sequence)
                .addLong(repositories)
                .addLong(file.sizeBytes())
                .addString(file.digest())
                .addUUID(file.id())
                .addInteger(file.chunkCount()))
        .map(rows -> rows.rowCount() == 1);
  }

  /** As {@link WorkQueue#fail}. */
  Uni<Void> fail(String id, UUID holder, CladeException why) {
    return execute(
            """
            UPDATE lineage.feature_set SET state = 'FAILED', failure = $3
            WHERE id = $1 AND holder = $2 AND state = 'MAKING'
            """,
            Tuple.of(id, holder, why.getMessage()))
        .replaceWithVoid();
  }

  private Uni<RowSet<Row>> execute(String statement, Tuple parameters) {
    return schema.ready().chain(() -> pool.preparedQuery(statement).execute(parameters));
  }

  private static <T> Optional<T> first(RowSet<Row> rows, Function<Row, T> reader) {
    return StreamSupport.stream(rows.spliterator(), false).findFirst().map(reader);
  }

  private static FeatureSet read(Row row) {
    return new FeatureSet(
        row.getString("id"),
        FeatureSetState.valueOf(row.getString("state")),
        row.getOffsetDateTime("snapshot_time").toInstant(),
        row.getLong("snapshot_sequence"),
        row.getLong("repository_count"),
        row.getLong("size_bytes"),
        Optional.ofNullable(row.getUUID("file"))
            .map(
                file ->
                    new StoredFile(
                        file,
                        row.getInteger("chunk_count"),
                        row.getLong("size_bytes"),
                        row.getString("digest"))),
        row.getOffsetDateTime("create_time").toInstant(),
        row.getString("failure"));
  }
}
