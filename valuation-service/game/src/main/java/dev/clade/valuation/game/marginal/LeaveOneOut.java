package dev.clade.valuation.game.marginal;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.Utilities;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.estimate.Diagnostics;
import dev.clade.valuation.game.estimate.Estimator;
import dev.clade.valuation.game.estimate.PooledVariance;
import dev.clade.valuation.game.estimate.Solution;
import java.util.Optional;

/**
 * What utility loses when one player leaves the grand coalition. Not a Shapley value: two players
 * with the same data get nothing each, for either replaces the other, and values do not sum to
 * v(grand) - v(empty). Intervals cover the noise of training, as far as replicates tell it.
 */
public final class LeaveOneOut implements Estimator {

  @Override
  public Optional<Solution> solve(UtilityTable table) {
    int n = table.playerCount();
    if (!table.hasEndpoints()) {
      return Optional.empty();
    }
    Utilities grand = table.of(Coalition.grand(n)).orElseThrow();
    PooledVariance noise = PooledVariance.of(table);
    double[] values = new double[n];
    double[] variances = new double[n];
    for (int player = 0; player < n; player++) {
      Optional<Utilities> others = table.of(new Coalition(n, 1L << player).complement());
      if (others.isEmpty()) {
        return Optional.empty();
      }
      values[player] = grand.mean() - others.get().mean();
      variances[player] = noise.variance() * (1.0 / grand.count() + 1.0 / others.get().count());
    }
    return Optional.of(
        new Solution(
            Solution.playerValues(values, variances, noise.degreesOfFreedom()),
            Diagnostics.of(table, values, n + 2, 0, 0)));
  }
}
