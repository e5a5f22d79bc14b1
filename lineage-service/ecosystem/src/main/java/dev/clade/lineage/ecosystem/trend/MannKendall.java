package dev.clade.lineage.ecosystem.trend;

import java.util.Arrays;
import org.hipparchus.special.Erf;

/**
 * The test of Mann (1945) and Kendall (1975) whether a series rises or falls, with the slope of Sen
 * (1968): the original test of the Python package {@code pymannkendall}.
 *
 * @param s how many pairs of points rise less how many fall
 * @param tau s over all pairs, −1 to 1
 * @param z s, nearer to 0 by 1, over its standard deviation, corrected for ties; 0 when nothing
 *     rises or falls
 * @param pValue two-sided
 * @param slope Sen's: the median of the slopes of all pairs, for each step
 * @param intercept where the line through the medians begins, at step 0
 */
public record MannKendall(
    long s, double tau, double z, double pValue, double slope, double intercept) {
  /** The most points, because every pair of them is looked at. */
  public static final int MOST_POINTS = 5_000;

  /**
   * Tests a series of equally distant points, in O(n² log n).
   *
   * @param values 2 to {@link #MOST_POINTS}, no NaN
   */
  public static MannKendall of(double[] values) {
    int n = values.length;
    if (n < 2 || n > MOST_POINTS) {
      throw new IllegalArgumentException(
          "a series must have 2 to %d points, not %d".formatted(MOST_POINTS, n));
    }
    long s = 0;
    double[] slopes = new double[n * (n - 1) / 2];
    int next = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        s += Double.compare(values[j], values[i]) == 0 ? 0 : values[j] > values[i] ? 1 : -1;
        slopes[next++] = (values[j] - values[i]) / (j - i);
      }
    }
    double z = s == 0 ? 0 : (s - Long.signum(s)) / Math.sqrt(variance(values));
    double slope = median(slopes);
    return new MannKendall(
        s,
        s / (double) slopes.length,
        z,
        Erf.erfc(Math.abs(z) / Math.sqrt(2)),
        slope,
        median(values.clone()) - slope * (n - 1) / 2);
  }

  private static double variance(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double sum = part(sorted.length);
    for (int start = 0, end; start < sorted.length; start = end) {
      end = start + 1;
      while (end < sorted.length && sorted[end] == sorted[start]) {
        end++;
      }
      sum -= part(end - start);
    }
    return sum / 18;
  }

  private static double part(double size) {
    return size * (size - 1) * (2 * size + 5);
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}
