package dev.clade.valuation.game.marginal;

import dev.clade.valuation.game.Semivalue;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.estimate.Diagnostics;
import dev.clade.valuation.game.estimate.Estimator;
import dev.clade.valuation.game.estimate.Solution;
import java.util.Optional;

/**
 * Any semivalue as the weighted mean utility of all coalitions with a player less that of those
 * without (Wang and Jia 2023 for Banzhaf values, Li and Yu 2024 for others). O(M n) for M
 * coalitions.
 *
 * <p>A coalition weighs its part in the semivalue, times the number of coalitions of its size that
 * it stands for. So the sample may be drawn by any design that treats coalitions of one size alike;
 * for Banzhaf values and uniform coalitions the weights are equal. Sizes that were not evaluated
 * are left out, but there is no answer when they make up more than {@value #MOST_MISSING} of the
 * semivalue on either side. Values come without intervals.
 */
public final class MaximumSampleReuse implements Estimator {
  private static final double MOST_MISSING = 0.01;

  private final Semivalue semivalue;

  /** Creates the estimator of a semivalue. */
  public MaximumSampleReuse(Semivalue semivalue) {
    this.semivalue = semivalue;
  }

  @Override
  public Optional<Solution> solve(UtilityTable table) {
    int n = table.playerCount();
    SizeMeans means = new SizeMeans(table);
    double[] weights = semivalue.sizeWeights(n);
    if (!table.hasEndpoints() || missing(means, weights, 0) || missing(means, weights, 1)) {
      return Optional.empty();
    }
    double[] values = new double[n];
    for (int player = 0; player < n; player++) {
      double with = 0;
      double weightWith = 0;
      double without = 0;
      double weightWithout = 0;
      for (int others = 0; others < n; others++) {
        // Of all coalitions of a size, size/n have the player and (n-size)/n do not.
        double each = weights[others] * perCoalition(means, others + 1, (double) n / (others + 1));
        with += each * means.sumWith(player, others + 1);
        weightWith += each * means.countWith(player, others + 1);
        each = weights[others] * perCoalition(means, others, (double) n / (n - others));
        without += each * means.sumWithout(player, others);
        weightWithout += each * means.countWithout(player, others);
      }
      if (weightWith == 0 || weightWithout == 0) {
        return Optional.empty();
      }
      values[player] = with / weightWith - without / weightWithout;
    }
    return Optional.of(
        new Solution(
            Solution.playerValues(values, new double[n], new double[n]),
            Diagnostics.of(table, values, table.coalitionCount(), 0, 0)));
  }

  private static double perCoalition(SizeMeans means, int size, double inverseShare) {
    return means.count(size) == 0 ? 0 : inverseShare / means.count(size);
  }

  private static boolean missing(SizeMeans means, double[] weights, int self) {
    double missing = 0;
    for (int others = 0; others < weights.length; others++) {
      missing += means.count(others + self) == 0 ? weights[others] : 0;
    }
    return missing > MOST_MISSING;
  }
}
