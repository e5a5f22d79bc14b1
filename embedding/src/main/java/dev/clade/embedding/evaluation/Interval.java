package dev.clade.embedding.evaluation;

import org.hipparchus.distribution.continuous.TDistribution;

/**
 * A mean with its 95 % interval.
 *
 * @param mean of what was measured; NaN if nothing was
 * @param low lower end
 * @param high upper end
 */
public record Interval(double mean, double low, double high) {
  private static final double UPPER = 0.975;

  /** Returns the mean of independent draws with Student's interval. */
  public static Interval ofDraws(double[] draws) {
    double mean = 0;
    for (double draw : draws) {
      mean += draw / draws.length;
    }
    double square = 0;
    for (double draw : draws) {
      square += (draw - mean) * (draw - mean);
    }
    if (draws.length < 2) {
      return new Interval(draws.length == 0 ? Double.NaN : mean, Double.NaN, Double.NaN);
    }
    double error = Math.sqrt(square / (draws.length - 1) / draws.length);
    double half = error * new TDistribution(draws.length - 1).inverseCumulativeProbability(UPPER);
    return new Interval(mean, mean - half, mean + half);
  }
}
