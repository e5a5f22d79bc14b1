package dev.clade.lineage.ecosystem.network.position;

import org.hipparchus.stat.correlation.SpearmansCorrelation;

/** Spearman's rank correlation, the one place where the network's analyses compute it. */
public final class RankCorrelation {
  private RankCorrelation() {}

  /**
   * Returns Pearson's correlation of mid-ranks, −1 to 1; NaN of fewer than two pairs and where all
   * values of one side are equal.
   */
  public static double of(double[] left, double[] right) {
    return left.length < 2 ? Double.NaN : new SpearmansCorrelation().correlation(left, right);
  }
}
