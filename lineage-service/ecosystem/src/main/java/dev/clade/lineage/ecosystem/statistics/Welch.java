package dev.clade.lineage.ecosystem.statistics;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The test of Welch (1947) whether one group's mean is larger than another's, whose variances may
 * differ: SciPy's {@code ttest_ind} with {@code equal_var=False} and {@code alternative="greater"}.
 *
 * @param difference the first mean less the second
 * @param t the difference over its standard error; infinite or NaN when neither group varies
 * @param degreesOfFreedom by Welch and Satterthwaite
 * @param pValue one-sided: how likely a t at least as large
 * @param cohensD the difference over the pooled standard deviation (Cohen 1988)
 */
public record Welch(
    double difference, double t, double degreesOfFreedom, double pValue, double cohensD) {
  /**
   * Tests whether the first group's mean is larger.
   *
   * @param first at least two values
   * @param second at least two values
   */
  public static Welch greater(double[] first, double[] second) {
    if (first.length < 2 || second.length < 2) {
      throw new IllegalArgumentException("each group must have at least two values");
    }
    double difference = mean(first) - mean(second);
    double one = squares(first);
    double other = squares(second);
    double varianceOfOne = one / (first.length - 1) / first.length;
    double varianceOfOther = other / (second.length - 1) / second.length;
    double variance = varianceOfOne + varianceOfOther;
    double pooled = (one + other) / (first.length + second.length - 2);
    double t = difference / Math.sqrt(variance);
    double degrees =
        variance
            * variance
            / (varianceOfOne * varianceOfOne / (first.length - 1)
                + varianceOfOther * varianceOfOther / (second.length - 1));
    double pValue = variance == 0 ? degenerate(difference) : upperTail(t, degrees);
    return new Welch(difference, t, degrees, pValue, difference / Math.sqrt(pooled));
  }

  private static double degenerate(double difference) {
    return difference > 0 ? 0 : 1;
  }

  /** By the lower tail of −t, which keeps its digits where the tail is thin. */
  private static double upperTail(double t, double degrees) {
    return new TDistribution(degrees).cumulativeProbability(-t);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  private static double squares(double[] values) {
    double mean = mean(values);
    return Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
  }
}
