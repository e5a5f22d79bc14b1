package dev.clade.valuation.game.regression;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.estimate.Diagnostics;
import dev.clade.valuation.game.estimate.Estimator;
import dev.clade.valuation.game.estimate.PooledVariance;
import dev.clade.valuation.game.estimate.Solution;
import java.util.Arrays;
import java.util.Optional;

/**
 * Leverage SHAP (Musco and Witter 2024): least squares of utilities less the straight line between
 * the endpoints, on the subspace of values that sum to 0, plus (v(grand) - v(empty)) / n. Weights
 * are the Shapley kernel over the probability of inclusion, so that it is KernelSHAP in its
 * constrained form for whatever design the coalitions are from; its guarantees hold for those of
 * {@link dev.clade.valuation.game.design.LeverageDesign}.
 *
 * <p>Intervals are those of {@link SizeAdjustedRegression}. Unlike there the endpoints move the
 * slopes as well, and their noise is followed through.
 */
public final class LeverageShap implements Estimator {

  @Override
  public Optional<Solution> solve(UtilityTable table) {
    if (!table.hasEndpoints()) {
      return Optional.empty();
    }
    Sample sample = Sample.of(table);
    int n = table.playerCount();
    double empty = table.empty();
    double total = table.grand() - empty;
    SizeFit fit = fit(sample.with(each -> each.utility() - empty - total * each.size() / n));
    if (!fit.determined()) {
      return Optional.empty();
    }
    double[] values = Arrays.stream(fit.slopes()).map(d -> d + total / n).toArray();
    Sandwich sandwich = new Sandwich(fit);
    double[] variances = sandwich.variances();
    PooledVariance noise = PooledVariance.of(table);
    if (noise.degreesOfFreedom() > 0) {
      double[] perEmpty = fit(sample.with(each -> (double) each.size() / n - 1)).slopes();
      double[] perGrand = fit(sample.with(each -> (double) -each.size() / n)).slopes();
      for (int i = 0; i < n; i++) {
        variances[i] +=
            noise.variance()
                * (square(perEmpty[i] - 1.0 / n) / count(table, Coalition.empty(n))
                    + square(perGrand[i] + 1.0 / n) / count(table, Coalition.grand(n)));
      }
    }
    return Optional.of(
        new Solution(
            Solution.playerValues(values, variances, sandwich.degreesOfFreedom()),
            Diagnostics.of(table, values, sample.count() + 2, fit.rank(), fit.conditionNumber())));
  }

  private static SizeFit fit(Sample sample) {
    return new SizeFit(sample, SizeCurve.none(sample.playerCount()));
  }

  private static int count(UtilityTable table, Coalition coalition) {
    return table.of(coalition).orElseThrow().count();
  }

  private static double square(double number) {
    return number * number;
  }
}
