package dev.clade.lineage.ecosystem.evolution;

import dev.clade.lineage.ecosystem.trend.Akaike;
import java.util.Arrays;
import java.util.List;

/**
 * How a series of counts by month grows.
 *
 * @param exponential the line through the logarithms of the counts
 * @param curves each curve fitted to the counts
 * @param comparison the curves that could be fitted, the best first
 */
public record Growth(Exponential exponential, List<CurveFit> curves, List<Akaike> comparison) {
  /** Keeps unchangeable copies of the lists. */
  public Growth {
    curves = List.copyOf(curves);
    comparison = List.copyOf(comparison);
  }

  /**
   * Fits a series.
   *
   * @param counts of months in a row: more than three, each at least 1
   */
  public static Growth of(long[] counts) {
    List<CurveFit> curves =
        Arrays.stream(Curve.values()).map(curve -> CurveFit.of(curve, counts)).toList();
    return new Growth(Exponential.of(counts), curves, CurveFit.compare(curves));
  }

  /**
   * Returns the sums up to each month.
   *
   * @param before how many there were before the first month, such as those of which the hub does
   *     not tell when they were created
   */
  public static long[] cumulative(long[] counts, long before) {
    long[] sums = counts.clone();
    long sum = before;
    for (int i = 0; i < sums.length; i++) {
      sum += sums[i];
      sums[i] = sum;
    }
    return sums;
  }
}
