package dev.clade.embedding.parent;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;

/** The best rows by a score; of equal scores, those of lower number. */
final class TopRows {
  private TopRows() {}

  /** Returns at most k rows, best first. */
  static int[] of(int[] rows, double[] scores, int k) {
    int[] order = new int[rows.length];
    Arrays.setAll(order, i -> i);
    double least = rows.length > k ? threshold(scores, k) : Double.NEGATIVE_INFINITY;
    int[] kept = Arrays.stream(order).filter(i -> scores[i] >= least).toArray();
    IntArrays.stableSort(kept, (a, b) -> Double.compare(scores[b], scores[a]));
    return Arrays.stream(kept).limit(k).map(i -> rows[i]).toArray();
  }

  private static double threshold(double[] scores, int k) {
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length - k];
  }
}
