package dev.clade.lineage.ecosystem.statistics;

import java.util.Arrays;

/**
 * Quantiles by linear interpolation between the two nearest values: the default of NumPy and type 7
 * of Hyndman and Fan (1996). Immutable.
 */
public final class Quantiles {
  private final long[] sorted;

  private Quantiles(long[] sorted) {
    this.sorted = sorted;
  }

  /** Sorts some values, in O(n log n), without changing the argument. */
  public static Quantiles of(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Quantiles(sorted);
  }

  /**
   * Returns a quantile; NaN of no values.
   *
   * @param probability 0 to 1, such as 0.25 for the lower quartile
   */
  public double at(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability %s is not 0 to 1".formatted(probability));
    }
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double rank = (sorted.length - 1) * probability;
    int below = (int) rank;
    double lower = sorted[below];
    double upper = sorted[Math.min(below + 1, sorted.length - 1)];
    return lower + (rank - below) * (upper - lower);
  }
}
