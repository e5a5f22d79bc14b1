package dev.clade.embedding.evaluation.ranking;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;

/** How much of what an exact scan finds an index finds. */
public final class IndexRecall {
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
}
