package dev.clade.valuation.game.marginal;

import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.estimate.Diagnostics;
import dev.clade.valuation.game.estimate.Estimator;
import dev.clade.valuation.game.estimate.Solution;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Stratified SVARM (Kolpaczki et al. 2024): a Shapley value is the mean over sizes k of the mean
 * utility of coalitions of k others with the player, less that of k others alone. Each of these
 * means is estimated by all evaluated coalitions it holds for, and is exact for sizes that are
 * exhausted. O(M n) for M coalitions.
 *
 * <p>Where no coalition of a size is evaluated with the player, or none without, the mean over the
 * whole size stands in, which biases small samples; where a size was not evaluated at all there is
 * no answer. Values do not sum to v(grand) - v(empty) exactly: the gap is among the diagnostics.
 * They come without intervals.
 */
public final class StratifiedSvarm implements Estimator {

  @Override
  public Optional<Solution> solve(UtilityTable table) {
    int n = table.playerCount();
    SizeMeans means = new SizeMeans(table);
    if (IntStream.rangeClosed(0, n).anyMatch(size -> means.count(size) == 0)) {
      return Optional.empty();
    }
    double[] values = new double[n];
    for (int player = 0; player < n; player++) {
      for (int others = 0; others < n; others++) {
        values[player] += (with(means, player, others + 1) - without(means, player, others)) / n;
      }
    }
    return Optional.of(
        new Solution(
            Solution.playerValues(values, new double[n], new double[n]),
            Diagnostics.of(table, values, table.coalitionCount(), 0, 0)));
  }

  private static double with(SizeMeans means, int player, int size) {
    int count = means.countWith(player, size);
    return count == 0 ? means.mean(size) : means.sumWith(player, size) / count;
  }

  private static double without(SizeMeans means, int player, int size) {
    int count = means.countWithout(player, size);
    return count == 0 ? means.mean(size) : means.sumWithout(player, size) / count;
  }
}
