package dev.clade.valuation.game.design;

import dev.clade.valuation.game.Coalition;
import java.util.List;

/**
 * Coalitions sampled from the Shapley kernel, the empty and the grand one besides.
 *
 * <p>Units are coalitions, or pairs of a coalition and its complement. They are drawn independently
 * <em>with replacement</em>, draw j from the seed and j only, until the budget of <em>distinct</em>
 * coalitions is reached. A unit drawn m times is trained once and weighs m, which is part of the
 * design: a ledger, which has each once, does not tell. When the budget is every coalition nothing
 * is drawn: each unit is there and weighs its probability, and least squares is exact.
 */
public final class KernelDesign implements CoalitionDesign {
  private final int playerCount;
  private final List<WeightedUnit> units;

  private KernelDesign(int playerCount, List<WeightedUnit> units) {
    this.playerCount = playerCount;
    this.units = units;
  }

  /**
   * Draws coalitions one by one: the design of sparsified fine-tuning as published, "kernel-iid".
   * {@linkplain #drawPaired Pairs} err far less. Takes more draws than the budget, as small and
   * large coalitions come again.
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

  /**
   * Draws pairs. Takes about as many draws as the budget, more when it nears every coalition
   * (coupon collection).
   *
   * @param playerCount players, 2 to 64
   * @param budget distinct coalitions, empty and grand included: even, from 4 to 2^playerCount
   * @param seed any number; the same seed gives the same design
   * @throws IllegalArgumentException when a number is outside its range
   */
  public static KernelDesign drawPaired(int playerCount, int budget, long seed) {
    Budget.requirePairs(playerCount, budget);
    return new KernelDesign(
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

  /** Returns the distinct units in the order of their first draw. */
  public List<WeightedUnit> units() {
    return units;
  }

  @Override
  public int playerCount() {
    return playerCount;
  }

  @Override
  public List<Coalition> coalitions() {
    return CoalitionDesign.withEndpoints(
        playerCount, units.stream().flatMap(unit -> unit.coalitions().stream()));
  }
}
