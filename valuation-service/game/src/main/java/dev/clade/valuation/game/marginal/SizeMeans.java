package dev.clade.valuation.game.marginal;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.Utilities;
import dev.clade.valuation.game.UtilityTable;

/**
 * Mean utilities by player and size, of coalitions with the player and of those without: each
 * evaluation serves every player.
 */
final class SizeMeans {
  private final int playerCount;
  private final double[][] sumWith;
  private final int[][] countWith;
  private final double[] sum;
  private final int[] count;

  SizeMeans(UtilityTable table) {
    this.playerCount = table.playerCount();
    this.sumWith = new double[playerCount][playerCount + 1];
    this.countWith = new int[playerCount][playerCount + 1];
    this.sum = new double[playerCount + 1];
    this.count = new int[playerCount + 1];
    table.forEach(this::add);
  }

  private void add(Coalition coalition, Utilities utilities) {
    int size = coalition.size();
    sum[size] += utilities.mean();
    count[size]++;
    coalition
        .players()
        .forEach(
            player -> {
              sumWith[player][size] += utilities.mean();
              countWith[player][size]++;
            });
  }

  /** Returns how many coalitions of a size there are. */
  int count(int size) {
    return count[size];
  }

  /** Returns how many coalitions of a size there are with a player. */
  int countWith(int player, int size) {
    return countWith[player][size];
  }

  /** Returns how many coalitions of a size there are without a player. */
  int countWithout(int player, int size) {
    return count[size] - countWith[player][size];
  }

  /** Returns the sum of utilities of a size with a player. */
  double sumWith(int player, int size) {
    return sumWith[player][size];
  }

  /** Returns the sum of utilities of a size without a player. */
  double sumWithout(int player, int size) {
    return sum[size] - sumWith[player][size];
  }

  /** Returns the mean over all coalitions of a size, with a player or without. */
  double mean(int size) {
    return sum[size] / count[size];
  }
}
