package dev.clade.valuation.game.marginal;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.design.PermutationDesign;
import dev.clade.valuation.game.estimate.Diagnostics;
import dev.clade.valuation.game.estimate.Estimator;
import dev.clade.valuation.game.estimate.Solution;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Truncated Monte Carlo (Ghorbani and Zou 2019): the mean over orders of what each player adds on
 * joining, where an order is cut off once its utility has stayed near that of the grand coalition
 * more than {@value #PATIENCE} times in a row; whoever joins later adds nothing.
 *
 * <p>An order counts when all its coalitions up to there are known, so those behind need not be
 * evaluated. Biased: late players get too little, and values do not sum to v(grand) - v(empty); the
 * gap is among the diagnostics. They come without intervals.
 */
public final class TruncatedMonteCarlo implements Estimator {
  private static final int PATIENCE = 5;

  private final PermutationDesign design;
  private final double tolerance;

  /**
   * Creates the estimator.
   *
   * @param design the orders
   * @param tolerance how near is near, as a part of v(grand) - v(empty); at least 0
   * @throws IllegalArgumentException when the tolerance is not such
   */
  public TruncatedMonteCarlo(PermutationDesign design, double tolerance) {
    if (!(tolerance >= 0 && Double.isFinite(tolerance))) {
      throw new IllegalArgumentException("tolerance must be at least 0: " + tolerance);
    }
    this.design = design;
    this.tolerance = tolerance;
  }

  @Override
  public Optional<Solution> solve(UtilityTable table) {
    int n = design.playerCount();
    table.requirePlayers(n);
    if (!table.hasEndpoints()) {
      return Optional.empty();
    }
    double[] values = new double[n];
    Set<Coalition> used = new LinkedHashSet<>();
    int orders = 0;
    for (List<List<Coalition>> unit : design.units()) {
      for (List<Coalition> chain : unit) {
        List<Coalition> walked = chain.subList(0, end(table, chain));
        if (walked.stream().allMatch(table::has)) {
          orders++;
          used.addAll(walked);
          for (int joined = 1; joined < walked.size(); joined++) {
            Coalition after = walked.get(joined);
            Coalition before = walked.get(joined - 1);
            int player = Long.numberOfTrailingZeros(after.members() ^ before.members());
            values[player] += table.mean(after) - table.mean(before);
          }
        }
      }
    }
    if (orders == 0) {
      return Optional.empty();
    }
    for (int player = 0; player < n; player++) {
      values[player] /= orders;
    }
    used.add(Coalition.grand(n));
    return Optional.of(
        new Solution(
            Solution.playerValues(values, new double[n], new double[n]),
            Diagnostics.of(table, values, used.size(), 0, 0)));
  }

  /** Returns how many coalitions of an order count, up to the first that is not known. */
  private int end(UtilityTable table, List<Coalition> chain) {
    double near = tolerance * Math.abs(table.grand() - table.empty());
    int times = 0;
    for (int i = 0; i < chain.size(); i++) {
      Optional<Double> utility = table.of(chain.get(i)).map(known -> known.mean());
      if (utility.isEmpty()) {
        return i + 1;
      }
      times = Math.abs(table.grand() - utility.get()) <= near ? times + 1 : 0;
      if (times > PATIENCE) {
        return i + 1;
      }
    }
    return chain.size();
  }
}
