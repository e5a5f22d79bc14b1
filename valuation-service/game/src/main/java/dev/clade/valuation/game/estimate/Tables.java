package dev.clade.valuation.game.estimate;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import java.util.Arrays;

/** What the estimators ask of a table alike. */
final class Tables {
  private Tables() {}

  static void requirePlayers(int playerCount, UtilityTable table) {
    if (table.playerCount() != playerCount) {
      throw new IllegalArgumentException(
          "table is of a game of %d players, not %d".formatted(table.playerCount(), playerCount));
    }
  }

  /** Returns the mean utility of the empty coalition, which the table must have. */
  static double empty(UtilityTable table) {
    return table.of(Coalition.empty(table.playerCount())).orElseThrow().mean();
  }

  /** Returns the mean utility of the grand coalition, which the table must have. */
  static double grand(UtilityTable table) {
    return table.of(Coalition.grand(table.playerCount())).orElseThrow().mean();
  }

  static Diagnostics diagnostics(
      UtilityTable table, double[] values, int coalitionCount, int rank, double conditionNumber) {
    double empty = empty(table);
    double grand = grand(table);
    return new Diagnostics(
        empty,
        grand,
        Arrays.stream(values).sum() - (grand - empty),
        Math.sqrt(PooledVariance.of(table).variance()),
        coalitionCount,
        rank,
        conditionNumber);
  }
}
