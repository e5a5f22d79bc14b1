package dev.clade.valuation.game.simulation;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.design.CoalitionDesign;

/**
 * A game of at most 12 players whose values are known.
 *
 * @param playerCount players
 * @param utilities what is observed of each coalition, by bit mask
 * @param values Shapley values of what would be observed without noise
 */
@SuppressWarnings("ArrayRecordComponent") // Numbers to compute with, never compared.
public record SimulatedGame(int playerCount, double[] utilities, double[] values) {

  /** Returns what is observed of the coalitions of a design. */
  public UtilityTable table(CoalitionDesign design) {
    UtilityTable.Builder builder = UtilityTable.builder(playerCount);
    for (Coalition coalition : design.coalitions()) {
      builder.add(coalition, 0, utilities[(int) coalition.members()]);
    }
    return builder.build();
  }

  /**
   * Returns the error of estimated values: the sum of their squared errors over the sum of squares
   * of the exact values about their mean. Paying everybody the same has error 1.
   */
  public double relativeSquaredError(double[] estimated) {
    double mean = 0;
    for (double value : values) {
      mean += value / playerCount;
    }
    double squares = 0;
    double spread = 0;
    for (int i = 0; i < playerCount; i++) {
      squares += (estimated[i] - values[i]) * (estimated[i] - values[i]);
      spread += (values[i] - mean) * (values[i] - mean);
    }
    return squares / spread;
  }
}
