package dev.clade.valuation.game.comparison;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.design.KernelDesign;
import dev.clade.valuation.game.design.WeightedUnit;
import dev.clade.valuation.game.estimate.Diagnostics;
import dev.clade.valuation.game.estimate.Estimator;
import dev.clade.valuation.game.estimate.Solution;
import java.util.Optional;

/**
 * Unbiased KernelSHAP (Covert and Lee 2021): the sample's b with the exact A. Its error is so large
 * that it only serves as a reference.
 *
 * <p>A has 1/2 on the diagonal and one number a beside it, so that A^-1 x = (x - mean(x)) / (1/2 -
 * a) plus the same for all, and values are that part of b with the mean that efficiency asks for.
 */
record UnbiasedKernelShap(KernelDesign design) implements Estimator {

  @Override
  public Optional<Solution> solve(UtilityTable table) {
    int n = table.playerCount();
    double beside = 0;
    double total = 0;
    for (int size = 1; size < n; size++) {
      double probability = 1.0 / (size * (n - size));
      total += probability;
      beside += probability * size * (size - 1) / (n * (n - 1.0));
    }
    double weight = 0;
    double[] b = new double[n];
    for (WeightedUnit unit : design.units()) {
      for (Coalition coalition : unit.coalitions()) {
        weight += unit.weight();
        coalition
            .players()
            .forEach(i -> b[i] += unit.weight() * (table.mean(coalition) - table.empty()));
      }
    }
    double mean = 0;
    for (double sum : b) {
      mean += sum / weight / n;
    }
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] =
          (b[i] / weight - mean) / (0.5 - beside / total) + (table.grand() - table.empty()) / n;
    }
    return Optional.of(
        new Solution(
            Solution.playerValues(values, new double[n], 0),
            Diagnostics.of(table, values, design.coalitions().size(), 0, 0)));
  }
}
