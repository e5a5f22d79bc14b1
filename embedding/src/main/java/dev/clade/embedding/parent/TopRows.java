package dev.clade.embedding.parent;

import it.unimi.dsi.fastutil.doubles.DoubleHeapPriorityQueue;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.function.IntPredicate;

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
    double least = threshold(scores, k, i -> true);
    int[] kept = Arrays.stream(order).filter(i -> scores[i] >= least).toArray();
    IntArrays.stableSort(kept, (a, b) -> Double.compare(scores[b], scores[a]));
    return Arrays.stream(kept).limit(k).map(i -> rows[i]).toArray();
  }

  /**
   * Returns the k-th best score of those that are wanted; negative infinity when there are fewer.
   *
   * @param k at least 1
   * @param wanted asked by place, and only of scores that may be among the best
   */
  public static double threshold(double[] scores, int k, IntPredicate wanted) {
    DoubleHeapPriorityQueue best = new DoubleHeapPriorityQueue();
    for (int place = 0; place < scores.length; place++) {
      boolean better = best.size() < k || scores[place] > best.firstDouble();
      if (better && wanted.test(place)) {
        if (best.size() == k) {
          best.dequeueDouble();
        }
        best.enqueue(scores[place]);
      }
    }
    return best.size() < k ? Double.NEGATIVE_INFINITY : best.firstDouble();
  }
}
