package dev.clade.valuation.game.estimate;

import dev.clade.valuation.game.UtilityTable;
import java.util.Optional;

/** Computes the values of players from utilities; a pure function. */
public interface Estimator {

  /**
   * Returns the values of all players, or nothing when the table does not determine them yet.
   *
   * @throws IllegalArgumentException when the table is of a game with another number of players
   */
  Optional<Solution> solve(UtilityTable table);
}
