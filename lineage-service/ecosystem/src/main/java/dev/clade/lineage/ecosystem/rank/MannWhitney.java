package dev.clade.lineage.ecosystem.rank;

import java.util.List;

/**
 * The test of Mann and Whitney (1947) whether the values of one group tend to be larger than those
 * of another, by the normal approximation with corrections for ties and, of ½, for continuity: the
 * default of SciPy's {@code mannwhitneyu} where there are ties.
 *
 * @param u how many pairs of values the first wins, where a tie counts half
 * @param z the deviation of u from half of all pairs, less the correction, over its standard
 *     deviation; positive when the first tends to be larger
 * @param pValue of z; 1 when all values are equal
 * @param a12 u over all pairs: how likely a value of the first wins against one of the second
 *     (Vargha and Delaney 2000)
 */
public record MannWhitney(double u, double z, double pValue, double a12) {
  private static final double CONTINUITY = 0.5;

  /**
   * Tests two groups, in O(n log n).
   *
   * @param first at least one value, no NaN
   * @param second at least one value, no NaN
   */
  public static MannWhitney of(double[] first, double[] second) {
    RankedGroups groups = RankedGroups.of(List.of(first, second));
    double n = groups.count();
    double size = first.length;
    double pairs = size * second.length;
    double u = groups.rankSum(0) - size * (size + 1) / 2;
    double variance = pairs / 12 * (n + 1 - groups.ties() / (n * (n - 1)));
    double deviation = Math.max(0, Math.abs(u - pairs / 2) - CONTINUITY);
    double z = variance == 0 ? 0 : Math.copySign(deviation, u - pairs / 2) / Math.sqrt(variance);
    return new MannWhitney(u, z, Probabilities.normalBothTails(z), u / pairs);
  }

  /** Returns Cliff's δ = 2·A₁₂ − 1: how much likelier the first wins than loses, −1 to 1. */
  public double cliffsDelta() {
    return 2 * a12 - 1;
  }
}
