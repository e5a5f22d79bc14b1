package dev.clade.valuation.game.regression;

import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.estimate.Diagnostics;
import dev.clade.valuation.game.estimate.Estimator;
import dev.clade.valuation.game.estimate.PooledVariance;
import dev.clade.valuation.game.estimate.Solution;
import java.util.Arrays;
import java.util.Optional;

/**
 * Shapley values by least squares with a free curve over coalition sizes: the regression to prefer.
 *
 * <p>What a utility owes to the number of contributors alone tells nothing of who is worth how
 * much, yet in a sample it leaks into least squares as noise. Here it is fitted away: utilities y
 * are regressed on g(k) + x'd, with x = z - k/n for membership z and size k, and values are
 *
 * <pre>  phi = d - mean(d) + (v(grand) - v(empty)) / n.</pre>
 *
 * <p><b>Why g does not move what is estimated.</b> The Shapley vector is the only phi that
 * minimizes the sum over all coalitions but empty and grand of w (y - v(empty) - z'phi)^2, with w =
 * 1 / (C(n,k) k (n-k)), among those that sum to D = v(grand) - v(empty) (Charnes et al. 1988).
 * Write phi = d + D/n with d of sum 0. Then z'phi = x'd + D k/n, so d is the plain least-squares
 * slope on x of y less the straight line v(empty) + D k/n. Its normal equations are
 *
 * <pre>  sum w x x' d = sum w x (y - h(k)),   h that line.</pre>
 *
 * <p>Each player is in k/n of all coalitions of size k: x sums to 0 over every size. As w depends
 * on the size only, sum w x h(k) = 0 for <em>any</em> function h. So the equations, and with them
 * d, are the same for the line, for no curve and for the best-fitting g: over all coalitions the
 * answer is the Shapley vector exactly. In a sample sum w x h(k) is not 0 but noise as large as h
 * is wrong; one intercept per size makes every residual's sum by size 0 and removes it. It also
 * follows that an error of utilities that depends on the size only, as that of a model that is
 * merely fine-tuned, cancels in every sample, and that the endpoints enter through D/n alone.
 *
 * <p>A sampled coalition stands for others of its size: weights are divided by the probability of
 * inclusion, which is 1 for a size that is exhausted. While a sample has fewer than {@value
 * #FREE_FROM} coalitions a player, intercepts would cost too much of it: g is a quadratic in k
 * then, which removes most of a smooth size effect and is as harmless, by the same argument.
 *
 * <p>Intervals are t intervals from the sandwich of the regression, summed over pairs where both
 * halves are known. They cover the choice of coalitions and the noise of training, that of the
 * endpoints as far as replicates tell it. They take the sample for a small part of all coalitions
 * and err to the wide side as it nears all of them. Under-determined values are refused: when there
 * are fewer independent rows than n-1. The same idea in strata is least squares of Benati et al.
 * (2019).
 */
public final class SizeAdjustedRegression implements Estimator {
  private static final int FREE_FROM = 4;

  @Override
  public Optional<Solution> solve(UtilityTable table) {
    if (!table.hasEndpoints()) {
      return Optional.empty();
    }
    Sample sample = Sample.of(table);
    int n = table.playerCount();
    SizeCurve curve =
        sample.count() < FREE_FROM * n ? SizeCurve.polynomial(sample, 2) : SizeCurve.free(sample);
    SizeFit fit = new SizeFit(sample, curve);
    if (!fit.determined()) {
      return Optional.empty();
    }
    double[] values = Arrays.stream(fit.slopes()).map(d -> d + share(table)).toArray();
    Sandwich sandwich = new Sandwich(fit);
    double endpoints = PooledVariance.ofEndpoints(table) / ((double) n * n);
    double[] variances = Arrays.stream(sandwich.variances()).map(v -> v + endpoints).toArray();
    return Optional.of(
        new Solution(
            Solution.playerValues(values, variances, sandwich.degreesOfFreedom()),
            Diagnostics.of(table, values, sample.count() + 2, fit.rank(), fit.conditionNumber())));
  }

  private static double share(UtilityTable table) {
    return (table.grand() - table.empty()) / table.playerCount();
  }
}
