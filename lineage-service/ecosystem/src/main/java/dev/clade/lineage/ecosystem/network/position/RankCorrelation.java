package dev.clade.lineage.ecosystem.network.position;

import dev.clade.lineage.ecosystem.rank.Spearman;

/** Spearman's rank correlation, the one place where the network's analyses compute it. */
public final class RankCorrelation {
  private RankCorrelation() {}

  /**
   * Returns Pearson's correlation of mid-ranks, −1 to 1; NaN of fewer than two pairs and where all
   * values of one side are equal.
   */
  public static double of(double[] left, double[] right) {
    return left.length < 2 ? Double.NaN : Spearman.of(left, right).rho();
  }
}
