package dev.clade.valuation.game.design;

import dev.clade.valuation.game.Coalition;
import java.util.List;

/**
 * Coalitions balanced over strata of player and size, in pairs, each once, the empty and the grand
 * one besides: for estimators that take the mean utility with and without each player by size, such
 * as stratified SVARM (Kolpaczki et al. 2024) and VRDS (Wu et al. 2023).
 *
 * <p>Sizes are balanced as in {@link LeverageDesign}. Of one size each player is in equally many
 * coalitions, or in one more, as long as there are enough different ones. Pair j depends on the
 * seed and j only; a larger budget continues the smaller one.
 */
public final class StratifiedDesign implements CoalitionDesign {
  private final int playerCount;
  private final List<Coalition> pairs;

  private StratifiedDesign(int playerCount, List<Coalition> pairs) {
    this.playerCount = playerCount;
    this.pairs = pairs;
  }

  /**
   * Draws a design.
   *
   * @param playerCount players, 2 to 64
   * @param budget distinct coalitions, empty and grand included: even, from 4 to 2^playerCount
   * @param seed any number; the same seed gives the same design
   * @throws IllegalArgumentException when a number is outside its range
   */
  public static StratifiedDesign draw(int playerCount, int budget, long seed) {
    Budget.requirePairs(playerCount, budget);
    return new StratifiedDesign(
        playerCount,
        SizeRounds.deal(
            playerCount, budget / 2 - 1, seed, size -> new BalancedPairs(playerCount, size, seed)));
  }

  @Override
  public int playerCount() {
    return playerCount;
  }

  @Override
  public List<Coalition> coalitions() {
    return CoalitionDesign.inPairs(playerCount, pairs);
  }
}
