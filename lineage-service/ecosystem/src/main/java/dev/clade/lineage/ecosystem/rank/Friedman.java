package dev.clade.lineage.ecosystem.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The test of Friedman (1937) whether treatments of the same subjects differ, such as the stages of
 * a model's life, corrected for ties as SciPy's {@code friedmanchisquare}; then which of them do,
 * by Wilcoxon's signed-rank test of each pair.
 *
 * @param chiSquared the statistic; NaN when no subject tells its treatments apart
 * @param degreesOfFreedom one less than the treatments
 * @param pValue by the chi-squared distribution
 * @param kendallsW the effect size χ²/(n(k − 1)), 0 to 1
 * @param pairs all pairs of treatments, in the order (0, 1), (0, 2) … (1, 2) …
 */
public record Friedman(
    double chiSquared, int degreesOfFreedom, double pValue, double kendallsW, List<Pair> pairs) {
  /**
   * Two treatments.
   *
   * @param first a treatment, from 0
   * @param second a later treatment
   * @param test of the first against the second
   * @param holm its p-value, adjusted for all pairs after Holm
   */
  public record Pair(int first, int second, WilcoxonSignedRank test, double holm) {}

  /** Keeps an unchangeable copy of the pairs. */
  public Friedman {
    pairs = List.copyOf(pairs);
  }

  /**
   * Tests treatments, in O(k² n log n).
   *
   * @param treatments at least two, each with a value a subject in the same order, no NaN
   */
  public static Friedman of(List<double[]> treatments) {
    int k = treatments.size();
    int n = k == 0 ? 0 : treatments.getFirst().length;
    if (k < 2 || n == 0 || treatments.stream().anyMatch(each -> each.length != n)) {
      throw new IllegalArgumentException(
          "there must be two treatments or more, with a value for each of the same subjects");
    }
    double[] sums = new double[k];
    double ties = 0;
    double[] subject = new double[k];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < k; j++) {
        subject[j] = treatments.get(j)[i];
      }
      MidRanks ranks = MidRanks.of(subject);
      ties += ranks.ties();
      for (int j = 0; j < k; j++) {
        sums[j] += ranks.rank(j);
      }
    }
    double between = Arrays.stream(sums).map(sum -> sum - n * (k + 1) / 2.0).map(d -> d * d).sum();
    double correction = 1 - ties / ((double) n * k * (k * k - 1));
    double statistic =
        correction == 0 ? Double.NaN : 12 * between / ((double) n * k * (k + 1)) / correction;
    return new Friedman(
        statistic,
        k - 1,
        Double.isNaN(statistic) ? statistic : Probabilities.chiSquaredUpperTail(statistic, k - 1.0),
        statistic / ((double) n * (k - 1)),
        pairs(treatments));
  }

  private static List<Pair> pairs(List<double[]> treatments) {
    List<WilcoxonSignedRank> tests = new ArrayList<>();
    for (int i = 0; i < treatments.size(); i++) {
      for (int j = i + 1; j < treatments.size(); j++) {
        tests.add(WilcoxonSignedRank.of(treatments.get(i), treatments.get(j)));
      }
    }
    double[] holm =
        MultipleTests.holm(tests.stream().mapToDouble(WilcoxonSignedRank::pValue).toArray());
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < treatments.size(); i++) {
      for (int j = i + 1; j < treatments.size(); j++) {
        pairs.add(new Pair(i, j, tests.get(pairs.size()), holm[pairs.size()]));
      }
    }
    return pairs;
  }
}
