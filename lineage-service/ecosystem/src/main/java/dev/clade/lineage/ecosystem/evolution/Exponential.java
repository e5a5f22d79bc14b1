package dev.clade.lineage.ecosystem.evolution;

import dev.clade.lineage.ecosystem.trend.LeastSquares;
import java.util.Arrays;

/**
 * Exponential growth: the line through the logarithms of counts by month.
 *
 * @param rate the slope b: each month has e^b times the count of the one before
 * @param intercept the logarithm at month 0
 * @param rSquared of the logarithms
 * @param doublingMonths ln 2 / b; negative when counts fall, for they halve in so many
 */
public record Exponential(
    LeastSquares.Coefficient rate,
    LeastSquares.Coefficient intercept,
    double rSquared,
    Interval doublingMonths) {
  /** The confidence of all intervals. */
  public static final double CONFIDENCE = 0.95;

  /**
   * An estimate with its interval.
   *
   * @param value the estimate
   * @param lower the interval's lower end
   * @param upper the interval's upper end; infinite when growth may be none at all
   */
  public record Interval(double value, double lower, double upper) {}

  /**
   * Fits counts of months in a row.
   *
   * @param counts at least three, each at least 1
   * @throws IllegalArgumentException when they are fewer, or one is below 1
   */
  public static Exponential of(long[] counts) {
    if (counts.length < 3 || Arrays.stream(counts).anyMatch(count -> count < 1)) {
      throw new IllegalArgumentException(
          "counts must be at least three and each at least 1: " + Arrays.toString(counts));
    }
    double[] months = new double[counts.length];
    Arrays.setAll(months, i -> i);
    double[] logarithms = Arrays.stream(counts).mapToDouble(Math::log).toArray();
    LeastSquares fit = LeastSquares.line(months, logarithms, CONFIDENCE);
    LeastSquares.Coefficient rate = fit.coefficients().get(1);
    return new Exponential(rate, fit.coefficients().get(0), fit.rSquared(), doubling(rate));
  }

  private static Interval doubling(LeastSquares.Coefficient rate) {
    double value = Math.log(2) / rate.value();
    double oneEnd = Math.log(2) / rate.upper();
    double otherEnd = Math.log(2) / rate.lower();
    if (rate.lower() > 0 || rate.upper() < 0) {
      return new Interval(value, oneEnd, otherEnd);
    }
    return rate.value() > 0
        ? new Interval(value, oneEnd, Double.POSITIVE_INFINITY)
        : new Interval(value, Double.NEGATIVE_INFINITY, otherEnd);
  }
}
