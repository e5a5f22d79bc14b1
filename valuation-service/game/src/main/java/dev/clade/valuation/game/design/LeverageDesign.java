package dev.clade.valuation.game.design;

import dev.clade.valuation.game.Coalition;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Coalitions sampled by leverage, the empty and the grand one besides (Musco and Witter 2024): a
 * size from 1 to n-1 with equal probability, then a uniform coalition of that size, in pairs and
 * <em>without replacement</em>.
 *
 * <p>Sizes are balanced: a round visits each size once in a random order and takes the next pair
 * with a half of that size. A size whose coalitions are all there is passed over, so that the
 * others share the rest of the budget, and no coalition of it counts for more than itself. Pair j
 * depends on the seed and j only; a larger budget continues the smaller one.
 */
public final class LeverageDesign implements CoalitionDesign {
  private final int playerCount;
  private final List<Coalition> pairs;

  private LeverageDesign(int playerCount, List<Coalition> pairs) {
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
  public static LeverageDesign draw(int playerCount, int budget, long seed) {
    return draw(playerCount, budget, seed, size -> new PairClass(playerCount, size, seed));
  }

  /**
   * Draws a design that is balanced over strata of player and size: of one size each player is in
   * equally many coalitions, or in one more, as long as there are enough different ones. It is for
   * estimators that take the mean utility with and without each player by size, such as stratified
   * SVARM (Kolpaczki et al. 2024) and VRDS (Wu et al. 2023).
   *
   * @throws IllegalArgumentException when a number is outside its range, as in {@link #draw}
   */
  public static LeverageDesign drawStratified(int playerCount, int budget, long seed) {
    return draw(playerCount, budget, seed, size -> new BalancedPairs(playerCount, size, seed));
  }

  private static LeverageDesign draw(
      int playerCount, int budget, long seed, IntFunction<PairSource> sources) {
    Budget.requirePairs(playerCount, budget);
    return new LeverageDesign(
        playerCount, SizeRounds.deal(playerCount, budget / 2 - 1, seed, sources));
  }

  /**
   * Returns the share of all coalitions of a size that are in the design: the probability with
   * which any of them is, given how often its size was visited. It is min(1, (M/(n-1)) / C(n,k))
   * after whole rounds that took M coalitions, as long as no size is exhausted.
   *
   * @param size members, 1 to playerCount - 1
   */
  public double inclusionProbability(int size) {
    int half = smallerHalf(playerCount, size);
    long drawn =
        pairs.stream().filter(pair -> smallerHalf(playerCount, pair.size()) == half).count();
    return (double) drawn / PairClass.pairCount(playerCount, half);
  }

  @Override
  public int playerCount() {
    return playerCount;
  }

  @Override
  public List<Coalition> coalitions() {
    return CoalitionDesign.inPairs(playerCount, pairs);
  }

  private static int smallerHalf(int playerCount, int size) {
    return Math.min(size, playerCount - size);
  }
}
