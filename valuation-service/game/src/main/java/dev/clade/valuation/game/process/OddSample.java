package dev.clade.valuation.game.process;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import java.util.ArrayList;
import java.util.List;

/**
 * The odd part o(S) = (v(S) - v(N - S)) / 2 of utilities, at every pair of a coalition and its
 * complement of which a table knows both; empty and grand left out. Of each pair it holds the half
 * with the last player.
 *
 * @param playerCount players, at least 2
 * @param halves one coalition of each pair
 * @param values the odd part at each of them
 */
@SuppressWarnings("ArrayRecordComponent") // Numbers to compute with, never compared.
record OddSample(int playerCount, List<Coalition> halves, double[] values) {

  /** Returns the sample of a table of at least 2 players. */
  static OddSample of(UtilityTable table) {
    int n = table.playerCount();
    List<Coalition> halves = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    table.forEach(
        (half, utilities) -> {
          Coalition complement = half.complement();
          if (half.contains(n - 1) && half.size() < n && table.has(complement)) {
            halves.add(half);
            values.add((utilities.mean() - table.mean(complement)) / 2);
          }
        });
    return new OddSample(n, halves, values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Returns how many pairs there are. */
  int count() {
    return halves.size();
  }

  /** Returns which part of all pairs of the game is known, at most 1. */
  double share() {
    return count() / (Math.scalb(1.0, playerCount - 1) - 1);
  }
}
