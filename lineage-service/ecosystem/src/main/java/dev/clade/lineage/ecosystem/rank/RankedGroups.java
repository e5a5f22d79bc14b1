package dev.clade.lineage.ecosystem.rank;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import java.util.List;

/** Groups of values, ranked together. Immutable. */
public final class RankedGroups {
  private final long[] sizes;
  private final double[] rankSums;
  private final long count;
  private final double ties;

  private RankedGroups(long[] sizes, double[] rankSums, long count, double ties) {
    this.sizes = sizes;
    this.rankSums = rankSums;
    this.count = count;
    this.ties = ties;
  }

  /**
   * Ranks groups, in O(n log n).
   *
   * @param groups at least two, none of them empty, no NaN
   */
  public static RankedGroups of(List<double[]> groups) {
    if (groups.size() < 2 || groups.stream().anyMatch(group -> group.length == 0)) {
      throw new IllegalArgumentException("there must be at least two groups, none of them empty");
    }
    DoubleArrayList all = new DoubleArrayList();
    groups.forEach(group -> all.addElements(all.size(), group));
    MidRanks ranks = MidRanks.of(all.toDoubleArray());
    long[] sizes = new long[groups.size()];
    double[] sums = new double[groups.size()];
    int next = 0;
    for (int group = 0; group < sizes.length; group++) {
      sizes[group] = groups.get(group).length;
      for (long i = 0; i < sizes[group]; i++) {
        sums[group] += ranks.rank(next++);
      }
    }
    return new RankedGroups(sizes, sums, ranks.count(), ranks.ties());
  }

  /** Returns how many groups there are. */
  public int groups() {
    return sizes.length;
  }

  /** Returns how many values there are. */
  public long count() {
    return count;
  }

  /** Returns how many values a group has. */
  public long size(int group) {
    return sizes[group];
  }

  /** Returns the sum of a group's ranks. */
  public double rankSum(int group) {
    return rankSums[group];
  }

  /** Returns the mean of a group's ranks. */
  public double meanRank(int group) {
    return rankSums[group] / sizes[group];
  }

  /** Returns Σ (t³ − t) over the sizes t of groups of equal values. */
  double ties() {
    return ties;
  }
}
