package dev.clade.lineage.ecosystem.rank;

import it.unimi.dsi.fastutil.doubles.DoubleArrays;

/** The ranks of values from 1, where equal values share the mean of theirs. Immutable. */
final class MidRanks {
  private final double[] ranks;
  private final double ties;

  private MidRanks(double[] ranks, double ties) {
    this.ranks = ranks;
    this.ties = ties;
  }

  /**
   * Ranks values, in O(n log n).
   *
   * @throws IllegalArgumentException when one is NaN
   */
  static MidRanks of(double[] values) {
    int[] order = new int[values.length];
    for (int i = 0; i < order.length; i++) {
      if (Double.isNaN(values[i])) {
        throw new IllegalArgumentException("value %d is NaN".formatted(i));
      }
      order[i] = i;
    }
    DoubleArrays.quickSortIndirect(order, values);
    double[] ranks = new double[values.length];
    double ties = 0;
    for (int start = 0, end; start < order.length; start = end) {
      end = start + 1;
      while (end < order.length && values[order[end]] == values[order[start]]) {
        end++;
      }
      for (int i = start; i < end; i++) {
        ranks[order[i]] = (start + 1 + end) / 2.0;
      }
      double size = end - start;
      ties += size * size * size - size;
    }
    return new MidRanks(ranks, ties);
  }

  int count() {
    return ranks.length;
  }

  double rank(int index) {
    return ranks[index];
  }

  /** Returns Σ (t³ − t) over the sizes t of groups of equal values. */
  double ties() {
    return ties;
  }
}
