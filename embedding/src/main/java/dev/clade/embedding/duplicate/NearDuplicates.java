package dev.clade.embedding.duplicate;

import it.unimi.dsi.fastutil.HashCommon;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;
import java.util.List;

/**
 * Groups of sets of tokens whose Jaccard similarity is high (Broder 1997): sets that agree in a
 * band of their minimal hashes are compared exactly.
 *
 * <p>With 16 bands of 5 hashes a pair of similarity 0.9 is found with probability 0.99999998, one
 * of 0.5 is compared in two of five cases. The rest of a bucket is compared with its first member
 * only, so that a thousand copies take a thousand comparisons.
 */
public final class NearDuplicates {
  /** Similarity from which sets count as copies. */
  public static final double SIMILARITY = 0.9;

  private static final int BANDS = 16;
  private static final int ROWS = 5;

  private NearDuplicates() {}

  /**
   * Returns for each set the number of its group, which is the index of its first member.
   *
   * @param sets ascending tokens, each once; an empty set is in no group but its own
   */
  public static int[] groups(List<int[]> sets) {
    DisjointSets groups = new DisjointSets(sets.size());
    int[][] signatures = new int[sets.size()][];
    for (int i = 0; i < signatures.length; i++) {
      signatures[i] = signature(sets.get(i));
    }
    for (int band = 0; band < BANDS; band++) {
      Long2IntOpenHashMap first = new Long2IntOpenHashMap();
      first.defaultReturnValue(-1);
      for (int i = 0; i < signatures.length; i++) {
        if (sets.get(i).length > 0) {
          int other = first.putIfAbsent(key(signatures[i], band), i);
          if (other >= 0 && jaccard(sets.get(other), sets.get(i)) >= SIMILARITY) {
            groups.join(other, i);
          }
        }
      }
    }
    return groups.roots();
  }

  /** Returns how many tokens two ascending sets share, of all that either has, 0 to 1. */
  static double jaccard(int[] one, int[] other) {
    int shared = 0;
    for (int i = 0, j = 0; i < one.length && j < other.length; ) {
      int order = Integer.compare(one[i], other[j]);
      shared += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    int all = one.length + other.length - shared;
    return all == 0 ? 0 : (double) shared / all;
  }

  private static int[] signature(int[] set) {
    int[] least = new int[BANDS * ROWS];
    Arrays.fill(least, Integer.MAX_VALUE);
    for (int token : set) {
      for (int h = 0; h < least.length; h++) {
        least[h] = Math.min(least[h], (int) HashCommon.murmurHash3(((long) h << 32) + token + 1));
      }
    }
    return least;
  }

  private static long key(int[] signature, int band) {
    long key = 0;
    for (int r = 0; r < ROWS; r++) {
      key = HashCommon.mix(key + signature[band * ROWS + r]);
    }
    return key;
  }
}
