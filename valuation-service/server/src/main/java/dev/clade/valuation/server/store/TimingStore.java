package dev.clade.valuation.server.store;

import dev.clade.valuation.game.statistic.MeanEstimate;
import dev.clade.valuation.server.domain.Run;
import dev.clade.valuation.server.domain.RunSpec;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;

/** How long evaluations took. */
@ApplicationScoped
public class TimingStore {
  private static final int ENOUGH = 10;

  /**
   * The durations told last, and by how much the time that devices were held exceeds the sum of
   * all: failed and lost evaluations and waits are in it.
   */
  private static final String TIMES =
      """
      WITH runs AS (
        SELECT id FROM valuation.valuation WHERE %s ORDER BY create_time DESC LIMIT 10),
      rows AS (
        SELECT duration_seconds, create_time FROM valuation.ledger
        WHERE valuation IN (SELECT id FROM runs) AND reused_from IS NULL
          AND duration_seconds > 0)
      SELECT
        array(SELECT duration_seconds FROM rows ORDER BY create_time DESC LIMIT 1000) AS recent,
        (SELECT sum(duration_seconds) FROM rows) AS told,
        (SELECT sum(device_seconds) FROM valuation.account
         WHERE valuation IN (SELECT id FROM runs)) AS held
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
        .map(rows -> estimate(rows.iterator().next()));
  }

  private static Optional<MeanEstimate> estimate(Row row) {
    Double[] recent = row.getArrayOfDoubles("recent");
    if (recent.length == 0) {
      return Optional.empty();
    }
    double overhead = Math.max(1, row.getDouble("held") / row.getDouble("told"));
    return Optional.of(
        MeanEstimate.of(Arrays.stream(recent).mapToDouble(each -> each * overhead).toArray()));
  }
}
