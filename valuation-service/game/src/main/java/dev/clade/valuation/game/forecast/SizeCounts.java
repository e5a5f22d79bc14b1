package dev.clade.valuation.game.forecast;

import dev.clade.valuation.game.UtilityTable;
import org.hipparchus.util.CombinatoricsUtils;

/**
 * How many coalitions of each size there are and how intervals narrow as more come. With m(k) of
 * size k of n players, and utilities that vary alikely about the fit, the variance of a regression
 * under the Shapley kernel is in proportion to the sum over sizes of 1 / (k (n-k) m(k)). More
 * coalitions are taken to come evenly from all sizes that are not exhausted.
 */
final class SizeCounts {
  private static final int BISECTIONS = 200;

  private final int[] counts;
  private final double[] all;

  private SizeCounts(int[] counts, double[] all) {
    this.counts = counts;
    this.all = all;
  }

  /** Returns the sizes of a table's coalitions; empty and grand are left out. */
  static SizeCounts of(UtilityTable table) {
    int n = table.playerCount();
    int[] counts = new int[n + 1];
    table.forEach((coalition, _) -> counts[coalition.size()]++);
    double[] all = new double[n + 1];
    for (int size = 1; size < n; size++) {
      all[size] = CombinatoricsUtils.binomialCoefficientDouble(n, size);
    }
    return new SizeCounts(counts, all);
  }

  /**
   * Returns how many more coalitions narrow variances to a part of what they are, or all that are
   * left: then nothing is sampled any more.
   */
  double more(double part) {
    double wanted = part * variance(0);
    double low = 0;
    double high = all[all.length / 2];
    if (variance(high) > wanted) {
      return Math.rint(extra(high));
    }
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (low + high) / 2;
      if (variance(middle) > wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return extra(high);
  }

  private double variance(double level) {
    double sum = 0;
    for (int size = 1; size < all.length - 1; size++) {
      double count = filled(size, level);
      // A size without a coalition has none to be counted with: it is left to the others.
      sum += count == 0 ? 0 : 1 / (size * (all.length - 1.0 - size) * count);
    }
    return sum;
  }

  private double extra(double level) {
    double sum = 0;
    for (int size = 1; size < all.length - 1; size++) {
      sum += filled(size, level) - counts[size];
    }
    return sum;
  }

  private double filled(int size, double level) {
    return Math.clamp(level, counts[size], all[size]);
  }
}
