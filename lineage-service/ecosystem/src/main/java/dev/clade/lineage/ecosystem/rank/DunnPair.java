package dev.clade.lineage.ecosystem.rank;

import java.util.ArrayList;
import java.util.List;

/**
 * Two groups in the test of Dunn (1964), which asks after a Kruskal–Wallis test which groups
 * differ.
 *
 * @param first a group, from 0
 * @param second a later group
 * @param z the difference of mean ranks, first less second, over its standard error: the root of
 *     {@code (N(N + 1)/12 − Σ(t³ − t)/(12(N − 1)))·(1/nᵢ + 1/nⱼ)}; NaN when all values are equal
 * @param pValue of z alone
 * @param holm adjusted for all pairs after Holm
 * @param bonferroni adjusted for all pairs after Bonferroni
 */
public record DunnPair(
    int first, int second, double z, double pValue, double holm, double bonferroni) {
  /** Tests all pairs of groups, in the order (0, 1), (0, 2) … (1, 2) …. */
  public static List<DunnPair> of(RankedGroups groups) {
    double n = groups.count();
    double variance = n * (n + 1) / 12 - groups.ties() / (12 * (n - 1));
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < groups.groups(); i++) {
      for (int j = i + 1; j < groups.groups(); j++) {
        double sizes = 1.0 / groups.size(i) + 1.0 / groups.size(j);
        double difference = groups.meanRank(i) - groups.meanRank(j);
        differences.add(new Difference(i, j, difference / Math.sqrt(variance * sizes)));
      }
    }
    double[] raw =
        differences.stream().mapToDouble(each -> Probabilities.normalBothTails(each.z)).toArray();
    double[] holm = MultipleTests.holm(raw);
    double[] bonferroni = MultipleTests.bonferroni(raw);
    List<DunnPair> pairs = new ArrayList<>();
    for (int i = 0; i < raw.length; i++) {
      Difference each = differences.get(i);
      pairs.add(new DunnPair(each.first, each.second, each.z, raw[i], holm[i], bonferroni[i]));
    }
    return List.copyOf(pairs);
  }

  private record Difference(int first, int second, double z) {}
}
