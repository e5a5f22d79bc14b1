package dev.clade.lineage.server.embedding;

import dev.clade.lineage.server.file.StoredFile;
import dev.clade.lineage.server.report.ReportSchema;
import dev.clade.lineage.server.work.WorkQueue;
import dev.clade.runtime.error.CladeException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Versions in PostgreSQL, whose clock decides. */
@Singleton
public final class EmbeddingStore {
  private static final String SELECT =
      """
      SELECT id, feature_set, valuation, metric_names, metric_values, state, digest, size_bytes,
             file, chunk_count, repository_count, dimension, create_time, failure,
             EXISTS (SELECT FROM lineage.served_embedding s WHERE s.embedding = e.id) AS serving
      FROM lineage.embedding e
      """;

  private final ReportSchema schema;
  private final Pool pool;

  @Inject
  EmbeddingStore(ReportSchema schema, Pool pool) {
    this.schema = schema;
    this.pool = pool;
  }

  /**
   * Keeps a version unless it is there; of two at once one is kept.
   *
   * @return whether it is kept
   */
  Uni<Boolean> keep(
      String id,
      String featureSet,
      String valuation,
      SortedMap<String, Double> metrics,
      StoredFile file) {
    return execute(
            """
            INSERT INTO lineage.embedding
              (id, feature_set, valuation, metric_names, metric_values, state, digest, size_bytes,
               file, chunk_count)
            VALUES ($1, $2, $3, $4, $5, 'ENCODING', $6, $7, $8, $9)
            ON CONFLICT (id) DO NOTHING
            """,
            Tuple.tuple()
                .addString(id)
                .addString(featureSet)
                .addString(valuation)
                .addArrayOfString(metrics.keySet().toArray(String[]::new))
                .addArrayOfDouble(metrics.values().toArray(Double[]::new))
                .addString(file.digest())
                .addLong(file.sizeBytes())
                .addUUID(file.id())
                .addInteger(file.chunkCount()))
        .map(rows -> rows.rowCount() == 1);
  }

  /** Returns a version. */
  Uni<Optional<Embedding>> find(String id) {
    return execute(SELECT + "WHERE id = $1", Tuple.of(id)).map(EmbeddingStore::first);
  }

  /** Returns the version that is served. */
  Uni<Optional<Embedding>> served() {
    return execute(
            SELECT + "WHERE id = (SELECT embedding FROM lineage.served_embedding)", Tuple.tuple())
        .map(EmbeddingStore::first);
  }

  /** Returns versions, the newest first, that come after a place in the list. */
  Uni<List<Embedding>> list(Place before, int most) {
    return execute(
            SELECT
                + """
                WHERE (create_time, id) < ($1, $2) ORDER BY create_time DESC, id DESC LIMIT $3
                """,
            Tuple.of(before.time().atOffset(ZoneOffset.UTC), before.id(), most))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false).map(EmbeddingStore::read).toList());
  }

  /**
   * Lets a version be served, if it is ready.
   *
   * @return whether it is
   */
  Uni<Boolean> serve(String id) {
    return execute(
            """
            INSERT INTO lineage.served_embedding AS served (embedding)
            SELECT id FROM lineage.embedding WHERE id = $1 AND state = 'READY'
            ON CONFLICT (only_one) DO UPDATE
            SET embedding = excluded.embedding,
                serve_time = CASE WHEN served.embedding = excluded.embedding
                                  THEN served.serve_time ELSE excluded.serve_time END
            """,
            Tuple.of(id))
        .map(rows -> rows.rowCount() == 1);
  }

  /** As {@link WorkQueue#take}, the oldest first; gives up what was begun too often. */
  Uni<Optional<Embedding>> take(UUID holder, Duration lease) {
    return execute(
            """
            UPDATE lineage.embedding SET state = 'FAILED',
              failure = 'every server that encoded has ended; it was begun ' || attempts || ' times'
            WHERE state = 'ENCODING' AND attempts >= $1 AND lease_end < now()
            """,
            Tuple.of(WorkQueue.MOST_ATTEMPTS))
        .chain(
            () ->
                execute(
                    """
                    UPDATE lineage.embedding
                    SET holder = $1, lease_end = now() + $2 * INTERVAL '1 millisecond',
                        attempts = attempts + 1
                    WHERE id = (
                      SELECT id FROM lineage.embedding
                      WHERE state = 'ENCODING' AND attempts < $3
                        AND (lease_end < now()
                             OR lease_end > now() + $2 * INTERVAL '2 milliseconds')
                      ORDER BY create_time, id LIMIT 1 FOR UPDATE SKIP LOCKED)
                    RETURNING id
                    """,
                    Tuple.of(holder, lease.toMillis(), WorkQueue.MOST_ATTEMPTS)))
        .chain(
            rows ->
                rows.size() == 0
                    ? Uni.createFrom().item(Optional.empty())
                    : find(rows.iterator().next().getString(0)));
  }

  /** As {@link WorkQueue#renew}. */
  Uni<Boolean> renew(String id, UUID holder, Duration lease) {
    return execute(
            """
            UPDATE lineage.embedding SET lease_end = now() + $3 * INTERVAL '1 millisecond'
            WHERE id = $1 AND holder = $2 AND state = 'ENCODING'
            """,
            Tuple.of(id, holder, lease.toMillis()))
        .map(rows -> rows.rowCount() == 1);
  }

  /** Says that all repositories are encoded, unless the holder has lost the version. */
  Uni<Void> finish(String id, UUID holder, long repositories, int dimension) {
    return execute(
            """
            UPDATE lineage.embedding SET state = 'READY', repository_count = $3, dimension = $4
            WHERE id = $1 AND holder = $2 AND state = 'ENCODING'
            """,
            Tuple.of(id, holder, repositories, dimension))
        .replaceWithVoid();
  }

  /** As {@link WorkQueue#fail}. */
  Uni<Void> fail(String id, UUID holder, CladeException why) {
    return execute(
            """
            UPDATE lineage.embedding SET state = 'FAILED', failure = $3
            WHERE id = $1 AND holder = $2 AND state = 'ENCODING'
            """,
            Tuple.of(id, holder, why.getMessage()))
        .replaceWithVoid();
  }

  /**
   * A place in the list of versions.
   *
   * @param time when the version there was uploaded
   * @param id its id
   */
  public record Place(Instant time, String id) {}

  private Uni<RowSet<Row>> execute(String statement, Tuple parameters) {
    return schema.ready().chain(() -> pool.preparedQuery(statement).execute(parameters));
  }

  private static Optional<Embedding> first(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).findFirst().map(EmbeddingStore::read);
  }

  private static Embedding read(Row row) {
    SortedMap<String, Double> metrics = new TreeMap<>();
    String[] names = row.getArrayOfStrings("metric_names");
    Double[] values = row.getArrayOfDoubles("metric_values");
    for (int i = 0; i < names.length; i++) {
      metrics.put(names[i], values[i]);
    }
    return new Embedding(
        row.getString("id"),
        row.getString("feature_set"),
        row.getString("valuation"),
        metrics,
        EmbeddingState.valueOf(row.getString("state")),
        row.getBoolean("serving"),
        row.getLong("repository_count"),
        row.getInteger("dimension"),
        new StoredFile(
            row.getUUID("file"),
            row.getInteger("chunk_count"),
            row.getLong("size_bytes"),
            row.getString("digest")),
        row.getOffsetDateTime("create_time").toInstant(),
        row.getString("failure"));
  }
}
