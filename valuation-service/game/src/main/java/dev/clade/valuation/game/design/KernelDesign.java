package dev.clade.valuation.game.design;

import java.util.List;

/**
 * Coalitions sampled one by one from the Shapley kernel, the empty and the grand one besides: the
 * design of sparsified fine-tuning as published, "kernel-iid".
 *
 * <p>Draws are independent and <em>with replacement</em>, draw j from the seed and j only, until
 * the budget of <em>distinct</em> coalitions is reached. A coalition drawn m times is trained once
 * and weighs m. When the budget is every coalition nothing is drawn: each is there and weighs its
 * probability. {@link PairedKernelDesign} errs far less.
 */
public final class KernelDesign implements WeightedDesign {
  private final int playerCount;
  private final List<WeightedUnit> units;

  private KernelDesign(int playerCount, List<WeightedUnit> units) {
    this.playerCount = playerCount;
    this.units = units;
  }

  /**
   * Draws a design. Takes more draws than the budget, as small and large coalitions come again.
   *
   * @param playerCount players, 2 to 64
   * @param budget distinct coalitions, empty and grand included: from 3 to 2^playerCount
   * @param seed any number; the same seed gives the same design
   * @throws IllegalArgumentException when a number is outside its range
   */
  public static KernelDesign draw(int playerCount, int budget, long seed) {
    Budget.require(playerCount, budget, 3);
    return new KernelDesign(
        playerCount, new ShapleyKernel(playerCount).units(budget - 2, seed, List::of));
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
