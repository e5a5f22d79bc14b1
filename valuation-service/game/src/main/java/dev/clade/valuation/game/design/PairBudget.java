package dev.clade.valuation.game.design;

import dev.clade.valuation.game.Coalition;

/** The budgets of designs that sample in pairs. */
final class PairBudget {
  private PairBudget() {}

  /**
   * Checks the numbers of a design.
   *
   * @throws IllegalArgumentException when there are too few or many players or coalitions, or an
   *     odd number of coalitions
   */
  static void require(int playerCount, int budget) {
    if (playerCount < 2 || playerCount > Coalition.MOST_PLAYERS) {
      throw new IllegalArgumentException("player count must be 2 to 64: " + playerCount);
    }
    if (budget < 4 || budget % 2 != 0 || budget > Math.scalb(1.0, playerCount)) {
      throw new IllegalArgumentException(
          "budget must be even, from 4 to all coalitions: " + budget);
    }
  }
}
