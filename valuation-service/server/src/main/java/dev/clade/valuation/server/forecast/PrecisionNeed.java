package dev.clade.valuation.server.forecast;

import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.game.estimator.EstimatorKind;
import dev.clade.valuation.game.forecast.Capacity;
import dev.clade.valuation.game.forecast.Forecast;
import dev.clade.valuation.game.forecast.Forecast.Range;
import dev.clade.valuation.game.forecast.PrecisionForecast;
import dev.clade.valuation.game.statistic.MeanEstimate;
import dev.clade.valuation.server.domain.Looks;
import dev.clade.valuation.server.domain.PrecisionTarget;
import dev.clade.valuation.server.domain.RunSpec;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * How many more evaluations make values as precise as wanted.
 *
 * @param evaluations how many; nothing when no number that the plan has will do, or none can be
 *     told
 * @param caveat why not, in words; empty otherwise
 */
record PrecisionNeed(Optional<Range> evaluations, String caveat) {
  private static final double ERROR = 0.05;
  private static final int LOOKS = 9;

  /** Returns the need of a run whose values are known so far. */
  static PrecisionNeed of(
      RunSpec spec, PrecisionTarget target, UtilityTable table, Solution solution) {
    double halfWidth = halfWidth(target, solution);
    if (!(halfWidth > 0)) {
      return new PrecisionNeed(
          Optional.empty(), "values that are the same never have settled ranks");
    }
    boolean withoutReplacement = spec.estimator() != EstimatorKind.PAIRED_KERNEL_SHAP;
    MeanEstimate unused = MeanEstimate.of(new double[] {1, 1});
    return new PrecisionForecast(
            halfWidth / widening(solution.values().size()), new Capacity(1, 0), withoutReplacement)
        .of(table, solution, unused)
        .map(forecast -> need(spec, forecast, table))
        .orElseGet(() -> new PrecisionNeed(Optional.empty(), "values have no intervals yet"));
  }

  private static PrecisionNeed need(RunSpec spec, Forecast forecast, UtilityTable table) {
    return switch (forecast) {
      case Forecast.Reachable reachable ->
          new PrecisionNeed(
              Optional.of(untilLook(spec, evaluations(table), reachable.evaluations())), "");
      case Forecast.Unreachable noisy when noisy.replicates() <= spec.replicateCount() -> {
        double more =
            Math.max(0, (double) noisy.replicates() * spec.coalitionBudget() - evaluations(table));
        yield new PrecisionNeed(Optional.of(new Range(more, more, more)), "");
      }
      case Forecast.Unreachable noisy ->
          new PrecisionNeed(
              Optional.empty(),
              "training is too noisy for the wanted precision: it would take %d trainings of %s"
                  .formatted(
                      noisy.replicates(),
                      noisy.everywhere()
                          ? "every coalition"
                          : "nobody, of each alone, of all but each and of all"));
    };
  }

  /** Returns how many it takes to the first look with so many more: only there a run may end. */
  private static Range untilLook(RunSpec spec, int done, Range more) {
    Looks looks = Looks.of(spec);
    return new Range(
        untilLook(looks, done, more.low()),
        untilLook(looks, done, more.expected()),
        untilLook(looks, done, more.high()));
  }

  private static double untilLook(Looks looks, int done, double more) {
    return Double.isNaN(more)
        ? more
        : looks.after((int) (done + more - 1)).map(look -> (double) look - done).orElse(more);
  }

  private static int evaluations(UtilityTable table) {
    int[] count = new int[1];
    table.forEach((_, utilities) -> count[0] += utilities.count());
    return count[0];
  }

  /** Returns how far an interval may reach from its value. */
  private static double halfWidth(PrecisionTarget target, Solution solution) {
    double[] values = solution.values().stream().mapToDouble(PlayerValue::value).sorted().toArray();
    return switch (target.kind()) {
      case HALF_WIDTH -> target.amount();
      case PART_OF_SPREAD -> target.amount() * (values[values.length - 1] - values[0]);
      case RANKS_SETTLED ->
          IntStream.range(1, values.length)
                  .mapToDouble(i -> values[i] - values[i - 1])
                  .min()
                  .orElse(Double.POSITIVE_INFINITY)
              / 2;
    };
  }

  /**
   * Returns how much wider than a single 95 % interval one is that holds for all players at all
   * looks, by normal quantiles.
   */
  private static double widening(int players) {
    NormalDistribution normal = new NormalDistribution();
    return normal.inverseCumulativeProbability(1 - ERROR / (2.0 * LOOKS * players))
        / normal.inverseCumulativeProbability(1 - ERROR / 2);
  }
}
