package dev.clade.valuation.game.statistic;

import org.hipparchus.stat.descriptive.rank.Percentile;
import org.hipparchus.stat.descriptive.rank.Percentile.EstimationType;

/**
 * Where a number is thought to lie.
 *
 * @param lower lower end; NaN when it cannot be told
 * @param upper upper end; NaN when it cannot be told
 */
public record Interval(double lower, double upper) {
  private static final double PERCENT = 100;

  /** An interval that says nothing. */
  public static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN);

  /**
   * Returns the interval between the percentiles of draws that leave equal parts out, interpolated
   * between order statistics (type 7 of Hyndman and Fan 1996).
   *
   * @param confidence part of the draws to hold, above 0 and below 1
   * @return unknown without a draw
   */
  public static Interval ofDraws(double[] draws, double confidence) {
    if (draws.length == 0) {
      return UNKNOWN;
    }
    Percentile percentile = new Percentile().withEstimationType(EstimationType.R_7);
    percentile.setData(draws);
    double tail = (1 - confidence) / 2;
    return new Interval(
        percentile.evaluate(PERCENT * tail), percentile.evaluate(PERCENT * (1 - tail)));
  }

  /** Tells whether a number lies within, ends included. */
  public boolean holds(double number) {
    return lower <= number && number <= upper;
  }
}
