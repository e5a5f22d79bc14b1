package dev.clade.valuation.game.design;

import dev.clade.valuation.game.Coalition;
import java.util.List;

/**
 * Coalitions sampled in pairs from the Shapley kernel, the empty and the grand one besides.
 *
 * <p>Pairs (a coalition and its complement) are drawn independently <em>with replacement</em>, draw
 * j from the seed and j only, until the budget of <em>distinct</em> coalitions is reached. A pair
 * drawn m times is trained once and weighs m. When the budget is every coalition nothing is drawn:
 * each pair is there and weighs its probability, and least squares is exact.
 */
public final class PairedKernelDesign implements WeightedDesign {
  private final int playerCount;
  private final List<WeightedUnit> units;

  private PairedKernelDesign(int playerCount, List<WeightedUnit> units) {
    this.playerCount = playerCount;
    this.units = units;
  }

  /**
   * Draws a design. Takes about as many draws as the budget, more when it nears every coalition
   * (coupon collection).
   *
   * @param playerCount players, 2 to 64
   * @param budget distinct coalitions, empty and grand included: even, from 4 to 2^playerCount
   * @param seed any number; the same seed gives the same design
   * @throws IllegalArgumentException when a number is outside its range
   */
  public static PairedKernelDesign draw(int playerCount, int budget, long seed) {
    Budget.requirePairs(playerCount, budget);
    return new PairedKernelDesign(
        playerCount,
        new ShapleyKernel(playerCount)
            .units(
                budget - 2,
                seed,
                coalition -> {
                  Coalition half = CoalitionDesign.representative(coalition);
                  return List.of(half, half.complement());
                }));
  }

  @Override
  public List<WeightedUnit> units() {
    return units;
  }

  @Override
  public int playerCount() {
    return playerCount;
  }
}
