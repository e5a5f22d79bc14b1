package dev.clade.valuation.game.statistic;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The mean of independent figures, such as one a training seed, with its t interval.
 *
 * @param count figures, at least 1
 * @param mean their mean
 * @param standardDeviation with one degree of freedom less than figures; NaN of one
 * @param interval 95 % t interval of the mean; unknown of one figure
 */
public record MeanEstimate(int count, double mean, double standardDeviation, Interval interval) {
  private static final double UPPER_TAIL = 0.975;

  /**
   * Summarizes figures.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static MeanEstimate of(double[] figures) {
    if (figures.length == 0) {
      throw new IllegalArgumentException("there must be a figure");
    }
    int count = figures.length;
    double mean = Arrays.stream(figures).sum() / count;
    if (count == 1) {
      return new MeanEstimate(1, mean, Double.NaN, Interval.UNKNOWN);
    }
    double squares = Arrays.stream(figures).map(each -> (each - mean) * (each - mean)).sum();
    double deviation = Math.sqrt(squares / (count - 1));
    double reach =
        new TDistribution(count - 1).inverseCumulativeProbability(UPPER_TAIL)
            * deviation
            / Math.sqrt(count);
    return new MeanEstimate(count, mean, deviation, new Interval(mean - reach, mean + reach));
  }
}
