package dev.clade.valuation.game.design;

import dev.clade.valuation.game.Coalition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Coalitions sampled in pairs from the Shapley kernel, the empty and the grand one besides.
 *
 * <p>Pairs (a coalition and its complement) are drawn independently <em>with replacement</em>, draw
 * j from the seed and j only, until the budget of <em>distinct</em> coalitions is reached. A pair
 * drawn m times is trained once and weighs m. When the budget is every coalition nothing is drawn:
 * each pair is there and weighs its probability, and least squares is exact.
 */
public final class PairedKernelDesign implements CoalitionDesign {
  private final int playerCount;
  private final List<WeightedPair> pairs;

  private PairedKernelDesign(int playerCount, List<WeightedPair> pairs) {
    this.playerCount = playerCount;
    this.pairs = pairs;
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
    PairBudget.require(playerCount, budget);
    ShapleyKernel kernel = new ShapleyKernel(playerCount);
    Map<Coalition, Double> weights =
        budget == Math.scalb(1.0, playerCount)
            ? everyPair(playerCount, kernel)
            : drawnPairs(budget / 2 - 1, kernel, seed);
    List<WeightedPair> pairs = new ArrayList<>(weights.size());
    weights.forEach((coalition, weight) -> pairs.add(new WeightedPair(coalition, weight)));
    return new PairedKernelDesign(playerCount, List.copyOf(pairs));
  }

  /** Returns the pairs in the order of their first draw. */
  public List<WeightedPair> pairs() {
    return pairs;
  }

  @Override
  public int playerCount() {
    return playerCount;
  }

  @Override
  public List<Coalition> coalitions() {
    return CoalitionDesign.inPairs(
        playerCount, pairs.stream().map(WeightedPair::coalition).toList());
  }

  private static Map<Coalition, Double> drawnPairs(int pairCount, ShapleyKernel kernel, long seed) {
    Map<Coalition, Double> weights = new LinkedHashMap<>();
    for (long index = 0; weights.size() < pairCount; index++) {
      weights.merge(representative(kernel.draw(seed, index)), 1.0, Double::sum);
    }
    return weights;
  }

  private static Map<Coalition, Double> everyPair(int playerCount, ShapleyKernel kernel) {
    Map<Coalition, Double> weights = new LinkedHashMap<>();
    for (long others = 1; others < 1L << (playerCount - 1); others++) {
      Coalition coalition = new Coalition(playerCount, others).complement();
      weights.put(coalition, 2 * kernel.probability(coalition));
    }
    return weights;
  }

  private static Coalition representative(Coalition coalition) {
    return coalition.contains(coalition.playerCount() - 1) ? coalition : coalition.complement();
  }
}
