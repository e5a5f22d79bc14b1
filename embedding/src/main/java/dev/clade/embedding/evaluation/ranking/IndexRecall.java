package dev.clade.embedding.evaluation.ranking;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;

/** How much of what an exact scan finds an index finds. */
public final class IndexRecall {
  /** Cosines of equal vectors differ by less. */
  private static final float ROUNDING = 1e-6f;

  private IndexRecall() {}

  /**
   * Returns for each query the share of the exact answer that the index has too.
   *
   * @param exact rows that the scan found, for each query
   * @param found rows that the index found, for each query
   */
  public static double[] of(int[][] exact, int[][] found) {
    double[] shares = new double[exact.length];
    for (int i = 0; i < shares.length; i++) {
      IntOpenHashSet set = new IntOpenHashSet(found[i]);
      long both = Arrays.stream(exact[i]).filter(set::contains).count();
      shares[i] = exact[i].length == 0 ? 1 : (double) both / exact[i].length;
    }
    return shares;
  }

  /**
   * Returns for each query the share of what was found that is as near as the exact answer is.
   * Which of equally near rows come first is rounding's choice and does not matter.
   *
   * @param exact cosines of what the scan found, for each query
   * @param found cosines of what the index found, for each query, computed alike
   */
  public static double[] ofCosines(float[][] exact, float[][] found) {
    double[] shares = new double[exact.length];
    for (int i = 0; i < shares.length; i++) {
      float least = Float.POSITIVE_INFINITY;
      for (float each : exact[i]) {
        least = Math.min(least, each);
      }
      int near = 0;
      for (float each : found[i]) {
        near += each >= least - ROUNDING ? 1 : 0;
      }
      shares[i] = exact[i].length == 0 ? 1 : Math.min(1, (double) near / exact[i].length);
    }
    return shares;
  }
}
