package dev.clade.valuation.server.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** Counts runs, and what they wait for. */
@ApplicationScoped
public class RunCounts {
  private static final String RUNS = "run";
  private static final String PENDING = "pending";

  /** The queue is counted to 100,000: beyond that, how much more does not matter. */
  private static final String COUNTS =
      """
      SELECT 'run' AS kind,
             CASE WHEN v.state <> 'ACTIVE' THEN v.state
                  WHEN a.leases > 0 OR a.reused > 0 THEN 'RUNNING' ELSE 'PENDING' END AS name,
             count(*)::double precision AS number
      FROM valuation.valuation v JOIN valuation.account a ON a.valuation = v.id GROUP BY 2
      UNION ALL
      SELECT 'pending', l.reason, count(*) FROM valuation.launch l
      WHERE l.reason <> '' AND l.update_time > now() - interval '1 minute' GROUP BY 2
      UNION ALL
      SELECT 'queue', '', count(*) FROM (
        SELECT FROM valuation.evaluation WHERE state = 'QUEUED' LIMIT 100000) q
      UNION ALL
      SELECT 'leases', '', count(*) FROM valuation.evaluation WHERE state = 'LEASED'
      UNION ALL
      SELECT 'age', '', coalesce(max(extract(epoch FROM now() - v.create_time)), 0)
      FROM valuation.valuation v
      WHERE v.state = 'ACTIVE'
        AND EXISTS (SELECT FROM valuation.evaluation e
                    WHERE e.valuation = v.id AND e.state = 'QUEUED')
        AND NOT EXISTS (SELECT FROM valuation.evaluation e
                        WHERE e.valuation = v.id AND e.state = 'LEASED')
      """;

  private final Pool pool;

  @Inject
  RunCounts(Pool pool) {
    this.pool = pool;
  }

  /**
   * What was counted.
   *
   * @param runs runs by the name of their state
   * @param pending runs that get nothing done, by the name of the reason
   * @param queue evaluations that wait, up to 100,000
   * @param leases evaluations that are leased
   * @param queueAge age of the oldest run that waits for its first worker, in seconds
   */
  public record Counts(
      Map<String, Double> runs,
      Map<String, Double> pending,
      double queue,
      double leases,
      double queueAge) {
    /** Copies the maps. */
    public Counts {
      runs = Map.copyOf(runs);
      pending = Map.copyOf(pending);
    }
  }

  /** Counts now. */
  public Uni<Counts> count() {
    return pool.query(COUNTS).execute().map(RunCounts::counts);
  }

  private static Counts counts(Iterable<Row> rows) {
    Map<String, Map<String, Double>> all = new HashMap<>();
    for (Row row : rows) {
      all.computeIfAbsent(row.getString("kind"), _ -> new HashMap<>())
          .put(row.getString("name"), row.getDouble("number"));
    }
    return new Counts(
        all.getOrDefault(RUNS, Map.of()),
        all.getOrDefault(PENDING, Map.of()),
        all.get("queue").get(""),
        all.get("leases").get(""),
        all.get("age").get(""));
  }
}
