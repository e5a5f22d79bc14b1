package dev.clade.lineage.ecosystem.rank;

import it.unimi.dsi.fastutil.doubles.DoubleArrays;
import java.util.Arrays;

/** Adjusts p-values for their number, so that any false alarm stays as unlikely as one was. */
public final class MultipleTests {
  private MultipleTests() {}

  /** Returns each p-value times their number, at most 1 (Bonferroni). */
  public static double[] bonferroni(double[] pValues) {
    return Arrays.stream(pValues).map(p -> Math.min(1, p * pValues.length)).toArray();
  }

  /**
   * Returns the step-down adjustment of Holm (1979): the i-th smallest of m times m − i + 1, at
   * least that of the one before and at most 1. Never above Bonferroni's.
   */
  public static double[] holm(double[] pValues) {
    int[] order = new int[pValues.length];
    Arrays.setAll(order, i -> i);
    DoubleArrays.quickSortIndirect(order, pValues);
    double[] adjusted = new double[pValues.length];
    double largest = 0;
    for (int i = 0; i < order.length; i++) {
      largest = Math.max(largest, pValues[order[i]] * (order.length - i));
      adjusted[order[i]] = Math.min(1, largest);
    }
    return adjusted;
  }
}
