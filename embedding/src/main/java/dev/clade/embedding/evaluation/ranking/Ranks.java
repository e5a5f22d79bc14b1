package dev.clade.embedding.evaluation.ranking;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;

/** Ranks of the wanted candidates, each among those that are not wanted. */
final class Ranks {
  private Ranks() {}

  /**
   * Returns the rank of each wanted candidate in the filtered setting: other wanted ones are left
   * out, and all candidates of an equal score come before it. Ascending, from 1.
   */
  static int[] of(int[] candidates, double[] scores, int[] wanted) {
    IntOpenHashSet set = new IntOpenHashSet(wanted);
    double[] found = new double[candidates.length];
    double[] others = new double[candidates.length];
    int founds = 0;
    int rest = 0;
    for (int i = 0; i < candidates.length; i++) {
      if (set.contains(candidates[i])) {
        found[founds++] = scores[i];
      } else {
        others[rest++] = scores[i];
      }
    }
    double[] sorted = Arrays.copyOf(others, rest);
    Arrays.sort(sorted);
    int[] ranks = new int[founds];
    for (int i = 0; i < founds; i++) {
      ranks[i] = 1 + atLeast(sorted, found[i]);
    }
    Arrays.sort(ranks);
    return ranks;
  }

  /** How many of ascending scores are at least as high as one. */
  private static int atLeast(double[] sorted, double score) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < score) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return sorted.length - low;
  }
}
