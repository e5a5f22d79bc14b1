package dev.clade.valuation.server.store;

import dev.clade.valuation.game.statistic.MeanEstimate;
import dev.clade.valuation.server.domain.Run;
import dev.clade.valuation.server.domain.RunSpec;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** How long evaluations took. */
@ApplicationScoped
public class TimingStore {
  private static final int ENOUGH = 10;

  /**
   * How long devices were held by the evaluations that ended last: from when a worker began with
   * each, for those of a batch come one after the other. The first that a worker did for a run is
   * left out, since it holds what the worker prepared once.
   */
  private static final String TIMES =
      """
      WITH runs AS (
        SELECT id FROM valuation.valuation WHERE %s ORDER BY create_time DESC LIMIT 10),
      recent AS (
        SELECT * FROM valuation.lease
        WHERE valuation IN (SELECT id FROM runs) AND end_time IS NOT NULL
        ORDER BY end_time DESC LIMIT 2000),
      ended AS (
        SELECT outcome, device_count * extract(epoch FROM end_time - greatest(create_time,
                 lag(end_time) OVER (PARTITION BY batch ORDER BY end_time))) AS seconds,
               row_number() OVER (PARTITION BY valuation, worker ORDER BY end_time) AS place
        FROM recent)
      SELECT seconds::double precision AS seconds FROM ended
      WHERE outcome = 'REPORTED' AND place > 1
      """;

  private static final String OF_RUN = TIMES.formatted("id = $1");
  private static final String OF_KIND = TIMES.formatted("kind = $1");
  private static final String OF_TRAINER = TIMES.formatted("starts_with(kind, $1)");

  private final Pool pool;

  @Inject
  TimingStore(Pool pool) {
    this.pool = pool;
  }

  /**
   * Returns how many seconds an evaluation occupies a device: by a run's own, or while these are
   * few by those of the last runs of the same trainer and contributors, or else of the same
   * trainer.
   *
   * @return nothing when none was timed
   */
  public Uni<Optional<MeanEstimate>> of(Run run) {
    RunSpec spec = run.spec();
    return times(OF_RUN, Tuple.of(run.id()))
        .flatMap(own -> enough(own, OF_KIND, spec.kind()))
        .flatMap(like -> enough(like, OF_TRAINER, spec.trainerKind()));
  }

  private Uni<Optional<MeanEstimate>> enough(
      Optional<MeanEstimate> known, String otherwise, String kind) {
    return known.filter(times -> times.count() >= ENOUGH).isPresent()
        ? Uni.createFrom().item(known)
        : times(otherwise, Tuple.of(kind));
  }

  private Uni<Optional<MeanEstimate>> times(String query, Tuple parameters) {
    return pool.preparedQuery(query)
        .execute(parameters)
        .map(
            rows -> {
              double[] seconds =
                  StreamSupport.stream(rows.spliterator(), false)
                      .mapToDouble(row -> row.getDouble("seconds"))
                      .toArray();
              return seconds.length == 0 ? Optional.empty() : Optional.of(MeanEstimate.of(seconds));
            });
  }
}
