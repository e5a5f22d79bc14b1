package dev.clade.valuation.game.design;

import dev.clade.valuation.game.Coalition;

/** The numbers of players and coalitions of sampled designs. */
final class Budget {
  private Budget() {}

  /**
   * Checks the numbers of a design.
   *
   * @throws IllegalArgumentException when there are too few or many players or coalitions
   */
  static void require(int playerCount, int budget, int least) {
    requirePlayers(playerCount);
    if (budget < least || budget > Math.scalb(1.0, playerCount)) {
      throw new IllegalArgumentException(
          "budget must be from %d to all coalitions: %d".formatted(least, budget));
    }
  }

  /**
   * Checks the numbers of a design in pairs.
   *
   * @throws IllegalArgumentException when there are too few or many players or coalitions, or an
   *     odd number of coalitions
   */
  static void requirePairs(int playerCount, int budget) {
    requirePlayers(playerCount);
    if (budget < 4 || budget % 2 != 0 || budget > Math.scalb(1.0, playerCount)) {
      throw new IllegalArgumentException(
          "budget must be even, from 4 to all coalitions: " + budget);
    }
  }

  /** Checks the number of players, with an error as in {@link #require}. */
  static void requirePlayers(int playerCount) {
    if (playerCount < 2 || playerCount > Coalition.MOST_PLAYERS) {
      throw new IllegalArgumentException("player count must be 2 to 64: " + playerCount);
    }
  }
}
