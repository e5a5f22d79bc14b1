package dev.clade.lineage.ecosystem.statistics;

import java.util.Arrays;

/**
 * The usual description of some whole numbers that are at least 0. Of no numbers, everything but
 * counts is NaN, and the maximum is 0.
 *
 * @param count how many there are
 * @param mean the arithmetic mean
 * @param standardDeviation with divisor n − 1, as pandas computes it; NaN of one number
 * @param populationStandardDeviation with divisor n, as NumPy computes it
 * @param lowerQuartile by {@link Quantiles}, as are the median and the upper quartile
 * @param median the middle
 * @param upperQuartile three quarters
 * @param max the largest
 * @param zeros how many are 0
 * @param skewness g₁ = m₃ / m₂^1.5 with central moments of divisor n, as SciPy computes it; NaN
 *     when all numbers are equal
 * @param adjustedSkewness G₁ = g₁·√(n(n − 1)) / (n − 2), as pandas computes it; NaN of fewer than
 *     three numbers
 */
public record Summary(
    long count,
    double mean,
    double standardDeviation,
    double populationStandardDeviation,
    double lowerQuartile,
    double median,
    double upperQuartile,
    long max,
    long zeros,
    double skewness,
    double adjustedSkewness) {
  /**
   * Describes some numbers, in O(n log n).
   *
   * @param values at least 0 each; not changed
   */
  public static Summary of(long[] values) {
    double n = values.length;
    double mean = Arrays.stream(values).asDoubleStream().sum() / n;
    double squares = 0;
    double cubes = 0;
    long zeros = 0;
    for (long value : values) {
      double deviation = value - mean;
      squares += deviation * deviation;
      cubes += deviation * deviation * deviation;
      zeros += value == 0 ? 1 : 0;
    }
    double skewness = cubes / n / Math.pow(squares / n, 1.5);
    Quantiles quantiles = Quantiles.of(values);
    return new Summary(
        values.length,
        mean,
        n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1)),
        Math.sqrt(squares / n),
        quantiles.at(0.25),
        quantiles.at(0.5),
        quantiles.at(0.75),
        Arrays.stream(values).max().orElse(0),
        zeros,
        skewness,
        n < 3 ? Double.NaN : skewness * Math.sqrt(n * (n - 1)) / (n - 2));
  }

  /** Returns the share of zeros, 0 to 1; NaN of no numbers. */
  public double zeroShare() {
    return zeros / (double) count;
  }
}
