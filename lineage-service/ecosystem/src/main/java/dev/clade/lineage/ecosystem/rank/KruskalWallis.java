package dev.clade.lineage.ecosystem.rank;

/**
 * The test of Kruskal and Wallis (1952) whether groups have the same ranks.
 *
 * @param h the statistic, corrected for ties; NaN when all values are equal
 * @param degreesOfFreedom one less than the groups
 * @param pValue by the chi-squared distribution
 * @param epsilonSquared the effect size H/(n − 1), 0 to 1
 * @param etaSquared the effect size η²_H = (H − k + 1)/(n − k) of k groups, which corrects for
 *     chance and may be below 0
 */
public record KruskalWallis(
    double h, int degreesOfFreedom, double pValue, double epsilonSquared, double etaSquared) {
  /** Tests groups. */
  public static KruskalWallis of(RankedGroups groups) {
    double n = groups.count();
    int k = groups.groups();
    double between = 0;
    for (int group = 0; group < k; group++) {
      double deviation = groups.meanRank(group) - (n + 1) / 2;
      between += groups.size(group) * deviation * deviation;
    }
    double correction = 1 - groups.ties() / (n * n * n - n);
    double h = correction == 0 ? Double.NaN : 12 / (n * (n + 1)) * between / correction;
    double pValue = Double.isNaN(h) ? h : Probabilities.chiSquaredUpperTail(h, k - 1.0);
    return new KruskalWallis(h, k - 1, pValue, h / (n - 1), (h - k + 1) / (n - k));
  }
}
