package dev.clade.lineage.ecosystem.concentration;

import java.util.Arrays;

/**
 * The Gini coefficient, the mean absolute difference between all pairs relative to twice the mean
 * (Gini, 1912).
 *
 * <p>With the values sorted in ascending order, {@code G = Σ (2i − n − 1)·xᵢ / (n·Σx)} for i from 1
 * to n. This is the population form: 0 when all have equally much, and {@code (n − 1)/n} when one
 * has everything.
 */
public final class Gini {
  private Gini() {}

  /**
   * Returns the coefficient in [0, 1), in O(n log n).
   *
   * @param values at least 0 each, zeros included; not changed
   * @return 0 for no values and for values that are all zero, where nobody has more than another
   * @throws IllegalArgumentException when a value is negative
   */
  public static double of(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return ofSorted(sorted);
  }

  static double ofSorted(long[] sorted) {
    if (sorted.length > 0 && sorted[0] < 0) {
      throw new IllegalArgumentException("values must be at least 0; one is " + sorted[0]);
    }
    double weighted = 0;
    double total = 0;
    for (int i = 0; i < sorted.length; i++) {
      weighted += (2.0 * (i + 1) - sorted.length - 1) * sorted[i];
      total += sorted[i];
    }
    return total == 0 ? 0 : weighted / (sorted.length * total);
  }
}
