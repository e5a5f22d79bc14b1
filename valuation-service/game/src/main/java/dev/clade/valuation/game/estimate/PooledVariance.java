package dev.clade.valuation.game.estimate;

import dev.clade.valuation.game.Utilities;
import dev.clade.valuation.game.UtilityTable;

/** Variance between replicates of one coalition, pooled over coalitions. */
final class PooledVariance {
  private double squaredDeviations;
  private int degreesOfFreedom;

  /** Returns the variance pooled over all coalitions of a table. */
  static PooledVariance of(UtilityTable table) {
    PooledVariance pooled = new PooledVariance();
    table.forEach((_, utilities) -> pooled.add(utilities));
    return pooled;
  }

  void add(Utilities utilities) {
    squaredDeviations += utilities.squaredDeviations();
    degreesOfFreedom += utilities.count() - 1;
  }

  int degreesOfFreedom() {
    return degreesOfFreedom;
  }

  /** Returns the variance; NaN without a second replicate of any coalition. */
  double variance() {
    return degreesOfFreedom == 0 ? Double.NaN : squaredDeviations / degreesOfFreedom;
  }
}
