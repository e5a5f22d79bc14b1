package dev.clade.lineage.ecosystem.rank;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;

/**
 * The test of Wilcoxon (1945) whether paired values tend to differ, by the normal approximation
 * corrected for ties and without correction for continuity; pairs without a difference are left
 * out. Equals SciPy's {@code wilcoxon} with {@code method="asymptotic"}.
 *
 * @param count how many pairs differ
 * @param positive the sum of the ranks of those where the first value is the larger
 * @param z the deviation of that sum from its expectation over its standard deviation; 0 when no
 *     pair differs
 * @param pValue of z
 */
public record WilcoxonSignedRank(long count, double positive, double z, double pValue) {
  /**
   * Tests pairs, in O(n log n).
   *
   * @param first no NaN
   * @param second as long, no NaN
   */
  public static WilcoxonSignedRank of(double[] first, double[] second) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(
          "%d values cannot be paired with %d".formatted(first.length, second.length));
    }
    DoubleArrayList differences = new DoubleArrayList();
    for (int i = 0; i < first.length; i++) {
      if (first[i] != second[i]) {
        differences.add(first[i] - second[i]);
      }
    }
    double n = differences.size();
    MidRanks ranks = MidRanks.of(differences.doubleStream().map(Math::abs).toArray());
    double positive = 0;
    for (int i = 0; i < ranks.count(); i++) {
      positive += differences.getDouble(i) > 0 ? ranks.rank(i) : 0;
    }
    double variance = n * (n + 1) * (2 * n + 1) / 24 - ranks.ties() / 48;
    double z = n == 0 ? 0 : (positive - n * (n + 1) / 4) / Math.sqrt(variance);
    return new WilcoxonSignedRank(ranks.count(), positive, z, Probabilities.normalBothTails(z));
  }

  /**
   * Returns the matched-pairs rank-biserial correlation (Kerby 2014): the share of the ranks that
   * speak for the first less that for the second, −1 to 1; 0 when no pair differs.
   */
  public double rankBiserial() {
    double all = count * (count + 1.0) / 2;
    return count == 0 ? 0 : 2 * positive / all - 1;
  }
}
