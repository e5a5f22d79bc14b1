package dev.clade.valuation.game.statistic;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The mean of a figure over training seeds, with its t interval.
 *
 * @param count seeds, at least 1
 * @param mean their mean
 * @param standardDeviation with one degree of freedom less than seeds; NaN of one seed
 * @param interval 95 % t interval of the mean; unknown of one seed
 */
public record MeanOfSeeds(int count, double mean, double standardDeviation, Interval interval) {
  private static final double UPPER_TAIL = 0.975;

  /**
   * Summarizes figures.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static MeanOfSeeds of(double[] figures) {
    if (figures.length == 0) {
      throw new IllegalArgumentException("there must be a seed");
    }
    int count = figures.length;
    double mean = Arrays.stream(figures).sum() / count;
    if (count == 1) {
      return new MeanOfSeeds(1, mean, Double.NaN, Interval.UNKNOWN);
    }
    double squares = Arrays.stream(figures).map(each -> (each - mean) * (each - mean)).sum();
    double deviation = Math.sqrt(squares / (count - 1));
    double reach =
        new TDistribution(count - 1).inverseCumulativeProbability(UPPER_TAIL)
            * deviation
            / Math.sqrt(count);
    return new MeanOfSeeds(count, mean, deviation, new Interval(mean - reach, mean + reach));
  }
}
