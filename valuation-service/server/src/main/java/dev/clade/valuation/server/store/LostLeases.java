package dev.clade.valuation.server.store;

import dev.clade.valuation.server.ValuationConfig;
import dev.clade.valuation.server.domain.RunEnding;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Ends leases that were not renewed in time, and those that begin in the future, since when the
 * clock was set back.
 */
@ApplicationScoped
public class LostLeases {
  private static final String LOST = "workers were lost every time";

  private static final String RUNS =
      """
      SELECT DISTINCT e.valuation
      FROM valuation.evaluation e JOIN valuation.lease l ON l.id = e.lease
      WHERE e.state = 'LEASED'
        AND (e.lease_end < clock_timestamp() OR l.create_time > clock_timestamp())
      ORDER BY e.valuation
      """;

  private static final String LOCK =
      "SELECT FROM valuation.valuation WHERE id = $1 AND state = 'ACTIVE' FOR UPDATE";

  /**
   * Returns evaluations to the queue, or gives them up. Of a batch only the first that is not done
   * was being worked on; the others are not to blame for the loss of the worker.
   */
  private static final String RECLAIM =
      """
      WITH expired AS (
        SELECT e.position, e.lease, e.lease_end,
               CASE WHEN e.position = (
                 SELECT min(other.position) FROM valuation.lease other
                 WHERE other.batch = l.batch AND other.end_time IS NULL) THEN 1 ELSE 0 END AS blame
        FROM valuation.evaluation e JOIN valuation.lease l ON l.id = e.lease
        WHERE e.valuation = $1 AND e.state = 'LEASED'
          AND (e.lease_end < clock_timestamp() OR l.create_time > clock_timestamp())
        FOR UPDATE OF e),
      returned AS (
        UPDATE valuation.evaluation e
        SET state = CASE WHEN losses + x.blame >= $2 AND x.blame > 0 THEN 'FAILED' ELSE 'QUEUED' END,
            lease = NULL, lease_end = NULL, losses = losses + x.blame
        FROM expired x WHERE e.valuation = $1 AND e.position = x.position),
      ended AS (
        UPDATE valuation.lease l
        SET end_time = greatest(l.create_time, x.lease_end), outcome = 'LOST'
        FROM expired x WHERE l.id = x.lease
        RETURNING l.batch, l.device_count, l.create_time, l.end_time)
      SELECT (SELECT count(*) FROM expired)::integer AS lost, c.*
      FROM (
      """
          + Charge.SELECT
          + ") c";

  private final Pool pool;
  private final RunCloser closer;
  private final ValuationConfig config;

  @Inject
  LostLeases(Pool pool, RunCloser closer, ValuationConfig config) {
    this.pool = pool;
    this.closer = closer;
    this.config = config;
  }

  /**
   * Ends all leases whose time is over, run by run, and the runs that this leaves nothing to do.
   *
   * @param ending decides how runs end
   * @return how many leases have ended
   */
  public Uni<Integer> end(RunEnding ending) {
    return pool.query(RUNS)
        .execute()
        .onItem()
        .transformToMulti(rows -> Multi.createFrom().iterable(rows))
        .onItem()
        .transformToUniAndConcatenate(
            row ->
                pool.withTransaction(
                    transaction -> end(transaction, row.getUUID("valuation"), ending)))
        .collect()
        .with(Collectors.summingInt(Integer::intValue));
  }

  private Uni<Integer> end(SqlConnection transaction, UUID run, RunEnding ending) {
    return transaction
        .preparedQuery(LOCK)
        .execute(Tuple.of(run))
        .flatMap(
            active ->
                active.size() == 0 ? Uni.createFrom().item(0) : reclaim(transaction, run, ending));
  }

  private Uni<Integer> reclaim(SqlConnection transaction, UUID run, RunEnding ending) {
    return transaction
        .preparedQuery(RECLAIM)
        .execute(Tuple.of(run, config.mostLosses()))
        .flatMap(
            rows -> {
              Row row = rows.iterator().next();
              return closer
                  .settle(transaction, run, Charge.of(rows, false), LOST, ending)
                  .replaceWith(row.getInteger("lost"));
            });
  }
}
