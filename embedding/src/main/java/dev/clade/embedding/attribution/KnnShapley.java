package dev.clade.embedding.attribution;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;

/**
 * Exact Shapley values of examples for a classifier by the k nearest neighbours, whose utility for
 * a query is the share of its k nearest examples that have the query's label (Jia et al., PVLDB
 * 2019). O(n log n).
 */
public final class KnnShapley {
  private KnnShapley() {}

  /**
   * Returns the value of each example for a query; they sum to the utility of all examples.
   *
   * @param similarities to the query; of equal ones, the earlier example is nearer
   * @param right whether each example has the query's label
   * @param k neighbours that vote; with fewer examples the rest of the votes is wrong
   */
  public static double[] values(double[] similarities, boolean[] right, int k) {
    int n = similarities.length;
    int[] nearest = new int[n];
    Arrays.setAll(nearest, i -> i);
    IntArrays.stableSort(nearest, (a, b) -> Double.compare(similarities[b], similarities[a]));
    double[] values = new double[n];
    for (int place = n; place >= 1; place--) {
      int example = nearest[place - 1];
      double own = right[example] ? 1 : 0;
      if (place == n) {
        values[example] = own / n * Math.min(k, n) / k;
      } else {
        int next = nearest[place];
        double gain = own - (right[next] ? 1 : 0);
        values[example] = values[next] + gain / k * Math.min(k, place) / place;
      }
    }
    return values;
  }

  /** Returns the sums of values over owners. */
  public static double[] byOwner(double[] values, int[] owners, int count) {
    double[] sums = new double[count];
    for (int i = 0; i < values.length; i++) {
      sums[owners[i]] += values[i];
    }
    return sums;
  }
}
