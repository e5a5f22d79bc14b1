package dev.clade.valuation.server.store;

import dev.clade.valuation.server.domain.PendingReason;
import dev.clade.valuation.server.domain.Standing;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** How runs stand among others. */
@ApplicationScoped
public class StandingStore {
  private static final String STANDING =
      """
      SELECT
        (SELECT 1 + count(*)
         FROM valuation.valuation o JOIN valuation.account b ON b.valuation = o.id
         WHERE o.state = 'ACTIVE' AND o.id <> v.id
           AND EXISTS (
             SELECT FROM valuation.evaluation e
             WHERE e.valuation = o.id AND e.state = 'QUEUED')
           AND (-o.priority, b.pass, o.create_time, o.id)
             < (-v.priority, a.pass, v.create_time, v.id)) AS place,
        (SELECT count(DISTINCT worker) FROM valuation.lease
         WHERE end_time IS NULL AND valuation = v.id) AS workers,
        (SELECT count(DISTINCT worker) FROM valuation.lease
         WHERE end_time IS NULL AND valuation <> v.id) AS workers_elsewhere,
        l.reason, l.message, l.running + l.starting AS launched
      FROM valuation.valuation v
      JOIN valuation.account a ON a.valuation = v.id
      LEFT JOIN valuation.launch l
        ON l.valuation = v.id AND l.update_time > now() - interval '1 minute'
      WHERE v.id = $1
      """;

  private final Pool pool;

  @Inject
  StandingStore(Pool pool) {
    this.pool = pool;
  }

  /** Returns how a run stands. */
  public Uni<Standing> of(UUID run) {
    return pool.preparedQuery(STANDING)
        .execute(Tuple.of(run))
        .map(rows -> standing(rows.iterator().next()));
  }

  private static Standing standing(Row row) {
    Optional<Standing.Launch> launch =
        Optional.ofNullable(row.getString("reason"))
            .map(
                reason ->
                    new Standing.Launch(
                        Optional.of(reason)
                            .filter(text -> !text.isEmpty())
                            .map(PendingReason::valueOf),
                        row.getString("message"),
                        row.getInteger("launched")));
    return new Standing(
        row.getInteger("place"),
        row.getInteger("workers"),
        row.getInteger("workers_elsewhere"),
        launch);
  }
}
