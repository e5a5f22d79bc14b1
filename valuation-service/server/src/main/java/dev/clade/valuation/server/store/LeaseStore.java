package dev.clade.valuation.server.store;

import com.google.protobuf.ByteString;
import dev.clade.valuation.server.domain.EvaluationTask;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Leases of evaluations: who may work on what, and until when. */
@ApplicationScoped
public class LeaseStore {
  /** An evaluation whose workers are lost so often is what loses them. */
  static final int MOST_LOSSES = 10;

  /**
   * Takes the first waiting evaluation of the oldest run. Whoever else asks at the same time skips
   * it, so nobody waits and nobody gets the same.
   */
  private static final String LEASE =
      """
      WITH next AS (
        SELECT e.valuation, e.position
        FROM valuation.valuation v
        CROSS JOIN LATERAL (
          SELECT valuation, position FROM valuation.evaluation
          WHERE valuation = v.id AND state = 'QUEUED'
          ORDER BY position LIMIT 1 FOR UPDATE SKIP LOCKED) e
        WHERE v.state = 'ACTIVE'
        ORDER BY v.create_time, v.id LIMIT 1),
      taken AS (
        UPDATE valuation.evaluation e
        SET state = 'LEASED', lease = $1, lease_end = now() + $3 * interval '1 second'
        FROM next
        WHERE e.valuation = next.valuation AND e.position = next.position AND e.state = 'QUEUED'
        RETURNING e.valuation, e.position, e.coalition, e.replicate),
      noted AS (
        INSERT INTO valuation.lease (id, valuation, position, worker, batch)
        SELECT $1, valuation, position, $2, $1 FROM taken)
      SELECT taken.coalition, taken.replicate, v.*
      FROM taken JOIN valuation.valuation v ON v.id = taken.valuation
      """;

  private static final String RENEW =
      """
      UPDATE valuation.evaluation e SET lease_end = now() + $2 * interval '1 second'
      FROM valuation.lease l
      WHERE l.id = $1 AND e.valuation = l.valuation AND e.position = l.position
        AND e.lease = l.id AND e.state = 'LEASED' AND e.lease_end >= now()
      """;

  private static final String RECLAIM =
      """
      UPDATE valuation.evaluation e
      SET state = CASE WHEN losses + 1 >= $1 THEN 'FAILED' ELSE 'QUEUED' END,
          lease = NULL, lease_end = NULL, losses = losses + 1
      FROM (
        SELECT valuation, position FROM valuation.evaluation
        WHERE state = 'LEASED' AND lease_end < now() FOR UPDATE SKIP LOCKED) expired
      WHERE e.valuation = expired.valuation AND e.position = expired.position
      RETURNING e.valuation, e.state
      """;

  private static final String HAS_OPEN =
      """
      SELECT EXISTS (SELECT FROM valuation.evaluation WHERE state = 'QUEUED')
          OR EXISTS (SELECT FROM valuation.evaluation WHERE state = 'LEASED')
      """;

  private final Pool pool;

  @Inject
  LeaseStore(Pool pool) {
    this.pool = pool;
  }

  /** Leases the evaluation that is next, or nothing when none waits. */
  public Uni<Optional<EvaluationTask>> lease(String worker, Duration duration) {
    UUID lease = UUID.randomUUID();
    return pool.preparedQuery(LEASE)
        .execute(Tuple.of(lease, worker, seconds(duration)))
        .map(
            rows ->
                rows.size() == 0
                    ? Optional.empty()
                    : Optional.of(task(lease, rows.iterator().next())));
  }

  /** Extends a lease; false when it has ended. */
  public Uni<Boolean> renew(UUID lease, Duration duration) {
    return pool.preparedQuery(RENEW)
        .execute(Tuple.of(lease, seconds(duration)))
        .map(updated -> updated.rowCount() == 1);
  }

  /**
   * Returns evaluations whose leases have ended to the queue, or gives up those that were lost
   * {@value #MOST_LOSSES} times.
   */
  public Uni<Reclaimed> reclaim() {
    return pool.preparedQuery(RECLAIM)
        .execute(Tuple.of(MOST_LOSSES))
        .map(
            rows ->
                new Reclaimed(
                    rows.rowCount(),
                    StreamSupport.stream(rows.spliterator(), false)
                        .filter(row -> row.getString("state").equals("FAILED"))
                        .map(row -> row.getUUID("valuation"))
                        .collect(Collectors.toSet())));
  }

  /** Tells whether any evaluation waits or is leased. */
  public Uni<Boolean> hasOpen() {
    return pool.preparedQuery(HAS_OPEN).execute().map(rows -> rows.iterator().next().getBoolean(0));
  }

  private static EvaluationTask task(UUID lease, Row row) {
    return new EvaluationTask(
        lease,
        row.getUUID("id"),
        RunRows.spec(row),
        ByteString.copyFrom(row.getBuffer("coalition").getBytes()),
        row.getInteger("replicate"),
        row.getString("traceparent"));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  /**
   * What {@link #reclaim} did.
   *
   * @param count leases that had ended
   * @param failing runs of which an evaluation was given up
   */
  public record Reclaimed(int count, Set<UUID> failing) {

    /** Copies the set. */
    public Reclaimed {
      failing = Set.copyOf(failing);
    }
  }
}
