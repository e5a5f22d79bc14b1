package dev.clade.valuation.game.estimate;

import dev.clade.valuation.game.UtilityTable;
import java.util.Optional;

/** Computes Shapley values from utilities. */
public sealed interface Estimator permits ExactEnumeration, PairedKernelShap {

  /**
   * Returns the values of all players, or nothing when the table does not determine them yet.
   *
   * @throws IllegalArgumentException when the table is of a game with another number of players
   */
  Optional<Solution> solve(UtilityTable table);
}
