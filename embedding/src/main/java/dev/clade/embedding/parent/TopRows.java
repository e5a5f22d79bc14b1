package dev.clade.embedding.parent;

import it.unimi.dsi.fastutil.doubles.DoubleHeapPriorityQueue;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;

/** The best rows by a score; of equal scores, those of lower number. */
public final class TopRows {
  private TopRows() {}

  /**
   * Returns at most k rows, best first.
   *
   * @param scores of the rows, as many
   * @param k at least 1
   */
  public static int[] of(int[] rows, double[] scores, int k) {
    int[] order = new int[rows.length];
    Arrays.setAll(order, i -> i);
    double least = rows.length > k ? threshold(scores, k) : Double.NEGATIVE_INFINITY;
    int[] kept = Arrays.stream(order).filter(i -> scores[i] >= least).toArray();
    IntArrays.stableSort(kept, (a, b) -> Double.compare(scores[b], scores[a]));
    return Arrays.stream(kept).limit(k).map(i -> rows[i]).toArray();
  }

  private static double threshold(double[] scores, int k) {
    DoubleHeapPriorityQueue least = new DoubleHeapPriorityQueue(k);
    for (double score : scores) {
      if (least.size() < k) {
        least.enqueue(score);
      } else if (score > least.firstDouble()) {
        least.dequeueDouble();
        least.enqueue(score);
      }
    }
    return least.firstDouble();
  }
}
