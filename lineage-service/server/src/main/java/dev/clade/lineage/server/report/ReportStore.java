package dev.clade.lineage.server.report;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * The reports in PostgreSQL. Its clock decides, so the servers' clocks do not matter; and what was
 * asked for in the future is from before that clock was set back.
 */
@Singleton
public final class ReportStore {
  private static final String STATUS =
      """
      SELECT id, snapshot_sequence, create_time,
             CASE WHEN state = 'RUNNING'
                       AND (lease_end < now() OR create_time > now() + INTERVAL '1 minute')
                  THEN 'ABANDONED' ELSE state END,
             failure_reason, failure_message
      FROM lineage.report
      """;

  private final ReportSchema schema;
  private final Pool pool;

  @Inject
  ReportStore(ReportSchema schema, Pool pool) {
    this.schema = schema;
    this.pool = pool;
  }

  /**
   * Takes a report to compute, unless it is there or somebody computes it.
   *
   * @param holder who computes it
   * @param lease how long the holder may be silent
   * @return whether the holder has it
   */
  Uni<Boolean> claim(ReportKey key, UUID holder, Duration lease) {
    return execute(
            """
            INSERT INTO lineage.report AS known
              (id, analysis, question, snapshot_sequence, state, holder, lease_end)
            VALUES ($1, $2, $3, $4, 'RUNNING', $5, now() + $6 * INTERVAL '1 millisecond')
            ON CONFLICT (id) DO UPDATE
            SET state = 'RUNNING', holder = excluded.holder, lease_end = excluded.lease_end,
                create_time = least(known.create_time, excluded.create_time)
            WHERE known.state = 'FAILED'
               OR (known.state = 'RUNNING'
                   AND (known.lease_end < now()
                        OR known.create_time > now() + INTERVAL '1 minute'))
            """,
            Tuple.tuple()
                .addString(key.id())
                .addString(key.analysis().name())
                .addString(key.question())
                .addLong(key.sequence())
                .addUUID(holder)
                .addLong(lease.toMillis()))
        .map(rows -> rows.rowCount() == 1);
  }

  /** Renews the leases of all that a holder computes. */
  Uni<Void> renew(UUID holder, Duration lease) {
    return execute(
            """
            UPDATE lineage.report SET lease_end = now() + $2 * INTERVAL '1 millisecond'
            WHERE holder = $1 AND state = 'RUNNING'
            """,
            Tuple.of(holder, lease.toMillis()))
        .replaceWithVoid();
  }

  /** Stores a report, unless its holder has lost it meanwhile. */
  Uni<Void> finish(String id, UUID holder, ReportDocument found) {
    return execute(
            """
            UPDATE lineage.report SET state = 'DONE', summary = $3, document = $4
            WHERE id = $1 AND holder = $2 AND state = 'RUNNING'
            """,
            Tuple.of(id, holder, Buffer.buffer(found.summary()), Buffer.buffer(found.document())))
        .replaceWithVoid();
  }

  /** Says that a computation failed, and why. */
  Uni<Void> fail(String id, UUID holder, CladeException why) {
    return execute(
            """
            UPDATE lineage.report SET state = 'FAILED', failure_reason = $3, failure_message = $4
            WHERE id = $1 AND holder = $2 AND state = 'RUNNING'
            """,
            Tuple.of(id, holder, why.reason().name(), why.getMessage()))
        .replaceWithVoid();
  }

  /** Returns where a report stands. */
  Uni<Optional<ReportStatus>> status(String id) {
    return execute(STATUS + "WHERE id = $1", Tuple.of(id))
        .map(rows -> first(rows, ReportStore::status));
  }

  /** Returns the newest report to a question that is there and not older than told. */
  Uni<Optional<ReportStatus>> newest(String question, Duration maxAge) {
    return execute(
            STATUS
                + """
                WHERE question = $1 AND state = 'DONE'
                  AND create_time >= now() - $2 * INTERVAL '1 millisecond'
                ORDER BY create_time DESC, id DESC LIMIT 1
                """,
            Tuple.of(question, maxAge.toMillis()))
        .map(rows -> first(rows, ReportStore::status));
  }

  /** Returns all of a report that is there. */
  Uni<Optional<byte[]>> document(String id) {
    return execute(
            "SELECT document FROM lineage.report WHERE id = $1 AND state = 'DONE'", Tuple.of(id))
        .map(rows -> first(rows, row -> row.getBuffer(0).getBytes()));
  }

  /**
   * Returns reports that are there, the newest first.
   *
   * @param analysis name of their analysis; all when empty
   * @param before only those that come after this place in the list
   */
  Uni<List<StoredSummary>> list(String analysis, Place before, int most) {
    return execute(
            """
            SELECT id, create_time, summary FROM lineage.report
            WHERE state = 'DONE' AND ($1 = '' OR analysis = $1) AND (create_time, id) < ($2, $3)
            ORDER BY create_time DESC, id DESC LIMIT $4
            """,
            Tuple.of(analysis, before.time().atOffset(ZoneOffset.UTC), before.id(), most))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false).map(ReportStore::summary).toList());
  }

  /**
   * A place in the list of reports.
   *
   * @param time when the report there was first asked for
   * @param id its id
   */
  public record Place(Instant time, String id) {}

  /**
   * What a report is.
   *
   * @param place where it is in the list
   * @param summary the report without tables and figures
   */
  @SuppressWarnings("ArrayRecordComponent") // Read as it is, never compared.
  public record StoredSummary(Place place, byte[] summary) {}

  private static ReportStatus status(Row row) {
    ReportState state = ReportState.valueOf(row.getString(3));
    return new ReportStatus(
        row.getString(0),
        state,
        row.getLong(1),
        row.getOffsetDateTime(2).toInstant(),
        failure(state, row));
  }

  private static Optional<CladeException> failure(ReportState state, Row row) {
    return switch (state) {
      case RUNNING, DONE -> Optional.empty();
      case ABANDONED ->
          failure(
              Reason.REPORT_ABANDONED,
              "the server that computed the report is gone; ask for it again");
      case FAILED ->
          row.getString(4) == null
              ? failure(Reason.INTERNAL, "the report could not be computed")
              : failure(Reason.valueOf(row.getString(4)), row.getString(5));
    };
  }

  private static Optional<CladeException> failure(Reason reason, String message) {
    return Optional.of(new CladeException(reason, message, Map.of()));
  }

  private static StoredSummary summary(Row row) {
    return new StoredSummary(
        new Place(row.getOffsetDateTime(1).toInstant(), row.getString(0)),
        row.getBuffer(2).getBytes());
  }

  private static <T> Optional<T> first(RowSet<Row> rows, Function<Row, T> reader) {
    return StreamSupport.stream(rows.spliterator(), false).findFirst().map(reader);
  }

  private Uni<RowSet<Row>> execute(String statement, Tuple parameters) {
    return schema.ready().chain(() -> pool.preparedQuery(statement).execute(parameters));
  }
}
