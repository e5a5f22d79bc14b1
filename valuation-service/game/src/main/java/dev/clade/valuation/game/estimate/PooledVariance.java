package dev.clade.valuation.game.estimate;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.Utilities;
import dev.clade.valuation.game.UtilityTable;

/** Variance between replicates of one coalition, pooled over coalitions. */
public final class PooledVariance {
  private double squaredDeviations;
  private int degreesOfFreedom;

  /** Returns the variance pooled over all coalitions of a table. */
  public static PooledVariance of(UtilityTable table) {
    PooledVariance pooled = new PooledVariance();
    table.forEach((_, utilities) -> pooled.add(utilities));
    return pooled;
  }

  /** Adds the replicates of a coalition. */
  public void add(Utilities utilities) {
    squaredDeviations += utilities.squaredDeviations();
    degreesOfFreedom += utilities.count() - 1;
  }

  /** Returns how many replicates there are beyond the first of each coalition. */
  public int degreesOfFreedom() {
    return degreesOfFreedom;
  }

  /** Returns the variance; NaN without a second replicate of any coalition. */
  public double variance() {
    return degreesOfFreedom == 0 ? Double.NaN : squaredDeviations / degreesOfFreedom;
  }

  /** Returns the variance of v(grand) - v(empty); 0 when no replicates tell it. */
  public static double ofEndpoints(UtilityTable table) {
    PooledVariance pooled = of(table);
    if (pooled.degreesOfFreedom() == 0) {
      return 0;
    }
    int n = table.playerCount();
    return pooled.variance()
        * (1.0 / table.of(Coalition.empty(n)).orElseThrow().count()
            + 1.0 / table.of(Coalition.grand(n)).orElseThrow().count());
  }
}
