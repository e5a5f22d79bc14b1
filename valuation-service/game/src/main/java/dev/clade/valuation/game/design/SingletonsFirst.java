package dev.clade.valuation.game.design;

import dev.clade.valuation.game.Coalition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A design that begins with every singleton and every coalition that lacks one player, and goes on
 * with another one until its budget is spent. These coalitions weigh most in a value, and tell what
 * each alone is worth and what each adds at last. As all of them are there, the others stay a
 * sample that treats coalitions of one size alike.
 *
 * <p>An estimator that has to know its design takes the other one.
 *
 * @param drawn the design to go on with
 * @param budget distinct coalitions, empty and grand included: from 2 to as many as both have
 */
public record SingletonsFirst(CoalitionDesign drawn, int budget) implements CoalitionDesign {

  /**
   * Checks the budget.
   *
   * @throws IllegalArgumentException when the design does not fill it
   */
  public SingletonsFirst {
    int most = all(drawn).size();
    if (budget < 2 || budget > most) {
      throw new IllegalArgumentException(
          "budget must be from 2 to the %d coalitions there are: %d".formatted(most, budget));
    }
  }

  @Override
  public int playerCount() {
    return drawn.playerCount();
  }

  @Override
  public List<Coalition> coalitions() {
    return all(drawn).stream().limit(budget).toList();
  }

  private static Set<Coalition> all(CoalitionDesign drawn) {
    int n = drawn.playerCount();
    Set<Coalition> all = new LinkedHashSet<>();
    all.add(Coalition.empty(n));
    all.add(Coalition.grand(n));
    for (int player = 0; player < n; player++) {
      Coalition alone = new Coalition(n, 1L << player);
      all.add(alone);
      all.add(alone.complement());
    }
    all.addAll(drawn.coalitions());
    return all;
  }
}
