package dev.clade.valuation.game.marginal;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.design.PermutationDesign;
import dev.clade.valuation.game.estimate.Diagnostics;
import dev.clade.valuation.game.estimate.Estimator;
import dev.clade.valuation.game.estimate.Solution;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Shapley values as the mean, over random orders, of what each player adds on joining (Castro et
 * al. 2009). Unbiased, sums to v(grand) - v(empty). Orders count whose coalitions are all known,
 * with their reverses where the design has them. Over orders in which unions join in one piece they
 * are Owen values, with the same properties.
 *
 * <p>Intervals are t intervals over independent orders, or pairs of an order and its reverse. They
 * cover the choice of orders and the noise of training, but not that of the endpoints, which all
 * orders share. Where utility saturates, a value comes from the few orders in which the player is
 * early, and intervals from few orders are far too narrow: there are none from fewer than {@value
 * #FOR_INTERVALS} a player.
 */
public final class PermutationShapley implements Estimator {
  private static final int FOR_INTERVALS = 2;

  private final PermutationDesign design;

  /** Creates the estimator of a game whose orders a design drew. */
  public PermutationShapley(PermutationDesign design) {
    this.design = design;
  }

  @Override
  public Optional<Solution> solve(UtilityTable table) {
    int n = design.playerCount();
    table.requirePlayers(n);
    List<List<List<Coalition>>> units =
        design.units().stream()
            .filter(unit -> unit.stream().flatMap(List::stream).allMatch(table::has))
            .toList();
    if (units.isEmpty()) {
      return Optional.empty();
    }
    double[] values = new double[n];
    double[] squares = new double[n];
    Set<Coalition> used = new LinkedHashSet<>();
    int count = 0;
    for (List<List<Coalition>> unit : units) {
      count++;
      double[] added = added(table, unit);
      for (int player = 0; player < n; player++) {
        // Welford's recurrence.
        double change = added[player] - values[player];
        values[player] += change / count;
        squares[player] += change * (added[player] - values[player]);
      }
      unit.forEach(used::addAll);
    }
    double divisor = count * Math.max(1.0, count - 1);
    double[] variances = Arrays.stream(squares).map(square -> square / divisor).toArray();
    return Optional.of(
        new Solution(
            Solution.playerValues(values, variances, count < FOR_INTERVALS * n ? 0 : count - 1),
            Diagnostics.of(table, values, used.size(), 0, 0)));
  }

  /** Returns what each player adds, in the mean of a unit's orders. */
  private static double[] added(UtilityTable table, List<List<Coalition>> unit) {
    double[] added = new double[table.playerCount()];
    for (List<Coalition> chain : unit) {
      for (int joined = 1; joined < chain.size(); joined++) {
        Coalition after = chain.get(joined);
        Coalition before = chain.get(joined - 1);
        int player = Long.numberOfTrailingZeros(after.members() ^ before.members());
        added[player] += (table.mean(after) - table.mean(before)) / unit.size();
      }
    }
    return added;
  }
}
