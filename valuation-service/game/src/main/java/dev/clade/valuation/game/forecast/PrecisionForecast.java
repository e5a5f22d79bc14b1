package dev.clade.valuation.game.forecast;

import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.game.forecast.Forecast.Range;
import dev.clade.valuation.game.forecast.Forecast.Reachable;
import dev.clade.valuation.game.forecast.Forecast.Unreachable;
import dev.clade.valuation.game.statistic.MeanEstimate;
import java.util.Comparator;
import java.util.Optional;
import org.hipparchus.distribution.continuous.GammaDistribution;

/**
 * Forecasts what it takes until no player's 95 % interval reaches further than wanted.
 *
 * <p>The square of the widest half-width has a part that stays, by {@link NoiseFloor}, and one that
 * shrinks with more coalitions: as 1/M when M are sampled with replacement, else by {@link
 * SizeCounts}, for a size that is exhausted narrows no further, until there are no more coalitions
 * to sample. The second part is read off the run so far; its spread is that of a variance with the
 * interval's degrees of freedom. Intervals of regressions from few coalitions shrink faster, so
 * early forecasts err to the high side. Without replicates nothing is known of the part that stays:
 * it is taken for 0 and there is no high end.
 *
 * @param halfWidth wanted, in units of the utility, above 0
 * @param capacity who evaluates
 * @param withoutReplacement whether the design draws no coalition twice
 */
public record PrecisionForecast(double halfWidth, Capacity capacity, boolean withoutReplacement) {
  private static final double CONFIDENCE = 0.95;
  private static final double TAIL = 0.025;
  private static final double NORMAL_REACH = 1.959963984540054;
  private static final double SECONDS_PER_HOUR = 3600;

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException when it is not above 0
   */
  public PrecisionForecast {
    if (!(halfWidth > 0)) {
      throw new IllegalArgumentException("half-width must be above 0: " + halfWidth);
    }
  }

  /**
   * Returns the forecast of a run.
   *
   * @param table its utilities
   * @param solution its values
   * @param seconds durations of its evaluations
   * @return nothing while values have no intervals
   */
  public Optional<Forecast> of(UtilityTable table, Solution solution, MeanEstimate seconds) {
    if (solution.values().stream().anyMatch(each -> Double.isNaN(each.halfWidth(CONFIDENCE)))) {
      return Optional.empty();
    }
    PlayerValue widest =
        solution.values().stream()
            .max(Comparator.comparingDouble(each -> each.halfWidth(CONFIDENCE)))
            .orElseThrow();
    double square = square(widest.halfWidth(CONFIDENCE));
    double wanted = square(halfWidth);
    NoiseFloor noise = NoiseFloor.of(table);
    double floor = square(NORMAL_REACH) * noise.variance();
    if (square > wanted && wanted <= floor) {
      double variance = wanted / square(NORMAL_REACH);
      return Optional.of(
          new Unreachable(
              Math.sqrt(floor), noise.replicates(variance), !noise.extremesSuffice(variance)));
    }
    double degrees = widest.degreesOfFreedom();
    Range evaluations =
        new Range(
            more(square * varianceFactor(degrees, 1 - TAIL), floor, table),
            more(square, floor, table),
            noise.isKnown()
                ? more(square * varianceFactor(degrees, TAIL), floor, table)
                : Double.NaN);
    return Optional.of(reachable(evaluations, seconds));
  }

  private Reachable reachable(Range evaluations, MeanEstimate seconds) {
    double low = Math.max(0, seconds.interval().lower());
    double high = seconds.interval().upper();
    Range work =
        new Range(
            evaluations.low() * low / SECONDS_PER_HOUR,
            evaluations.expected() * seconds.mean() / SECONDS_PER_HOUR,
            evaluations.high() * high / SECONDS_PER_HOUR);
    Range hours =
        new Range(
            rounds(evaluations.low()) * low / SECONDS_PER_HOUR,
            rounds(evaluations.expected()) * seconds.mean() / SECONDS_PER_HOUR,
            rounds(evaluations.high()) * high / SECONDS_PER_HOUR);
    double price = capacity.pricePerHour();
    return new Reachable(
        evaluations,
        hours,
        new Range(work.low() * price, work.expected() * price, work.high() * price));
  }

  /** Returns how many more coalitions bring a squared half-width down to the wanted one. */
  private double more(double square, double floor, UtilityTable table) {
    double wanted = square(halfWidth);
    if (square <= wanted) {
      return 0;
    }
    double part = (wanted - floor) / (square - floor);
    return Math.ceil(
        withoutReplacement
            ? SizeCounts.of(table).more(part)
            : (table.coalitionCount() - 2) * (1 / part - 1));
  }

  /** Returns how often all workers must evaluate once. */
  private double rounds(double evaluations) {
    return Math.ceil(evaluations / capacity.workers());
  }

  /** Returns what a variance estimate is to be multiplied by to be the truth's other quantile. */
  private static double varianceFactor(double degrees, double quantile) {
    return Double.isFinite(degrees)
        ? degrees / new GammaDistribution(degrees / 2, 2).inverseCumulativeProbability(quantile)
        : 1;
  }

  private static double square(double number) {
    return number * number;
  }
}
