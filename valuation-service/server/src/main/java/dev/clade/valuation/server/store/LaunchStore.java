package dev.clade.valuation.server.store;

import dev.clade.valuation.server.domain.Launch;
import dev.clade.valuation.server.domain.RunDemand;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** What launchers read of runs, and what they say of their workers. */
@ApplicationScoped
public class LaunchStore {
  /** Counts no further than it matters: a run may have a million evaluations. */
  private static final String DEMANDS =
      """
      SELECT v.id, v.priority, v.share, v.custom_trainer, v.traceparent, open.evaluations
      FROM valuation.valuation v
      CROSS JOIN LATERAL (
        SELECT count(*)::integer AS evaluations FROM (
          (SELECT position FROM valuation.evaluation
           WHERE valuation = v.id AND state = 'QUEUED' LIMIT $1)
          UNION ALL
          (SELECT position FROM valuation.evaluation
           WHERE valuation = v.id AND state = 'LEASED' LIMIT $1)) e) open
      WHERE v.state = 'ACTIVE' AND open.evaluations > 0
      ORDER BY v.create_time, v.id
      """;

  /** What has not changed is written now and then only, to say that it still holds. */
  private static final String SAVE =
      """
      INSERT INTO valuation.launch AS l (valuation, reason, message, running, starting)
      SELECT v.id, n.reason, n.message, n.running, n.starting
      FROM unnest($1::uuid[], $2::text[], $3::text[], $4::integer[], $5::integer[])
        AS n (run, reason, message, running, starting)
      JOIN valuation.valuation v ON v.id = n.run
      WHERE v.state = 'ACTIVE'
      ON CONFLICT (valuation) DO UPDATE
      SET reason = EXCLUDED.reason, message = EXCLUDED.message, running = EXCLUDED.running,
          starting = EXCLUDED.starting, update_time = now()
      WHERE (l.reason, l.message, l.running, l.starting)
            IS DISTINCT FROM
            (EXCLUDED.reason, EXCLUDED.message, EXCLUDED.running, EXCLUDED.starting)
         OR l.update_time < now() - interval '10 seconds'
      """;

  private static final String FORGET =
      """
      DELETE FROM valuation.launch l USING valuation.valuation v
      WHERE v.id = l.valuation AND v.state <> 'ACTIVE'
      """;

  private final Pool pool;

  @Inject
  LaunchStore(Pool pool) {
    this.pool = pool;
  }

  /**
   * Returns the active runs with evaluations that wait or are leased, oldest first.
   *
   * @param most how many evaluations of a run are certainly counted
   */
  public Uni<List<RunDemand>> demands(int most) {
    return pool.preparedQuery(DEMANDS)
        .execute(Tuple.of(most))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false).map(LaunchStore::demand).toList());
  }

  /**
   * Keeps what is said of active runs, and forgets what was said of runs that have ended. Its time
   * is never older than about ten seconds while it is said again and again.
   */
  public Uni<Void> save(Map<UUID, Launch> launches) {
    List<UUID> runs = List.copyOf(launches.keySet());
    List<Launch> said = runs.stream().map(launches::get).toList();
    Tuple tuple =
        Tuple.tuple()
            .addArrayOfUUID(runs.toArray(UUID[]::new))
            .addArrayOfString(said.stream().map(l -> l.reason().name()).toArray(String[]::new))
            .addArrayOfString(said.stream().map(Launch::message).toArray(String[]::new))
            .addArrayOfInteger(said.stream().map(Launch::running).toArray(Integer[]::new))
            .addArrayOfInteger(said.stream().map(Launch::starting).toArray(Integer[]::new));
    return pool.preparedQuery(SAVE)
        .execute(tuple)
        .flatMap(_ -> pool.query(FORGET).execute())
        .replaceWithVoid();
  }

  private static RunDemand demand(Row row) {
    return new RunDemand(
        row.getUUID("id"),
        row.getInteger("priority"),
        row.getDouble("share"),
        row.getInteger("evaluations"),
        row.getString("custom_trainer"),
        row.getString("traceparent"));
  }
}
