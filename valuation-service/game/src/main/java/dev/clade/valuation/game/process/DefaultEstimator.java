package dev.clade.valuation.game.process;

import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.design.CoalitionDesign;
import dev.clade.valuation.game.design.LeverageDesign;
import dev.clade.valuation.game.design.SingletonsFirst;
import dev.clade.valuation.game.estimate.Estimator;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.game.regression.SizeAdjustedRegression;
import java.util.Optional;

/**
 * The estimator to use without a reason for another: {@link GaussianProcessShap} up to {@value
 * #MOST_PAIRS} pairs, which it solves in seconds, and {@link SizeAdjustedRegression} beyond, when
 * there are so many that little is left to gain.
 */
public final class DefaultEstimator implements Estimator {
  /** The most pairs that the process is asked about. */
  public static final int MOST_PAIRS = 600;

  /**
   * Returns the design that goes with it: singletons and coalitions that lack one player first,
   * then pairs by leverage.
   *
   * @param playerCount players, 2 to 64
   * @param budget distinct coalitions, empty and grand included: even, from 4 to 2^playerCount
   * @param seed any number; the same seed gives the same design
   * @throws IllegalArgumentException when a number is outside its range
   */
  public static CoalitionDesign design(int playerCount, int budget, long seed) {
    return new SingletonsFirst(LeverageDesign.draw(playerCount, budget, seed), budget);
  }

  @Override
  public Optional<Solution> solve(UtilityTable table) {
    Estimator estimator =
        table.coalitionCount() <= 2 * MOST_PAIRS + 2
            ? new GaussianProcessShap()
            : new SizeAdjustedRegression();
    return estimator.solve(table);
  }
}
