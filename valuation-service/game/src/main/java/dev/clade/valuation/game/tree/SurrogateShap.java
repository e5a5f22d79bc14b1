package dev.clade.valuation.game.tree;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.estimate.Diagnostics;
import dev.clade.valuation.game.estimate.Estimator;
import dev.clade.valuation.game.estimate.Solution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The solver of SurrogateSHAP (2026): boosted trees are fitted to the utilities, those of the empty
 * and the grand coalition among them, and values are the trees' own. What these miss of v(grand) -
 * v(empty) is spread evenly. Biased by whatever the trees do not fit; {@link
 * dev.clade.valuation.game.regression.TreeMsr} is not. Values come without intervals, and not
 * before there are as many coalitions besides these two as players.
 */
public final class SurrogateShap implements Estimator {
  private final Boosting boosting;

  /** Creates the estimator. */
  public SurrogateShap(Boosting boosting) {
    this.boosting = boosting;
  }

  @Override
  public Optional<Solution> solve(UtilityTable table) {
    int n = table.playerCount();
    boolean few = table.coalitionCount() < Math.min(n + 2, Math.scalb(1.0, n));
    if (!table.hasEndpoints() || few) {
      return Optional.empty();
    }
    List<Coalition> coalitions = new ArrayList<>();
    double[] utilities = new double[table.coalitionCount()];
    table.forEach(
        (coalition, known) -> {
          utilities[coalitions.size()] = known.mean();
          coalitions.add(coalition);
        });
    double[] values = boosting.fit(coalitions, utilities).shapleyValues();
    double missed = table.grand() - table.empty() - Arrays.stream(values).sum();
    for (int player = 0; player < n; player++) {
      values[player] += missed / n;
    }
    return Optional.of(
        new Solution(
            Solution.playerValues(values, new double[n], new double[n]),
            Diagnostics.of(table, values, table.coalitionCount(), 0, 0)));
  }
}
