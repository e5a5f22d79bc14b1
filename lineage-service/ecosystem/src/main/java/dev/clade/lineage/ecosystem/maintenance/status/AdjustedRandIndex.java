package dev.clade.lineage.ecosystem.maintenance.status;

import java.util.Arrays;

/** How alike two clusterings of the same rows are (Hubert and Arabie 1985). */
final class AdjustedRandIndex {
  private AdjustedRandIndex() {}

  /**
   * Returns 1 for the same clusters whatever their numbers, about 0 for clusters that have nothing
   * to do with each other, and less for worse.
   *
   * @param first a number of at least 0 a row
   * @param second as long
   */
  static double of(int[] first, int[] second) {
    int rows = Arrays.stream(first).max().orElse(0) + 1;
    int columns = Arrays.stream(second).max().orElse(0) + 1;
    long[][] table = new long[rows][columns];
    long[] rowSums = new long[rows];
    long[] columnSums = new long[columns];
    for (int i = 0; i < first.length; i++) {
      table[first[i]][second[i]]++;
      rowSums[first[i]]++;
      columnSums[second[i]]++;
    }
    double together = Arrays.stream(table).mapToDouble(AdjustedRandIndex::pairs).sum();
    double inFirst = pairs(rowSums);
    double inSecond = pairs(columnSums);
    double expected = inFirst * inSecond / pairs(new long[] {first.length});
    double most = (inFirst + inSecond) / 2;
    return most == expected ? 1 : (together - expected) / (most - expected);
  }

  private static double pairs(long[] counts) {
    return Arrays.stream(counts).mapToDouble(count -> count * (count - 1.0) / 2).sum();
  }
}
