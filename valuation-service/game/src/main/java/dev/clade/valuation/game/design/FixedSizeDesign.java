package dev.clade.valuation.game.design;

import dev.clade.valuation.game.Coalition;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.CombinatoricsUtils;

/**
 * Distinct coalitions of one size, uniformly at random, the empty and the grand one besides: those
 * on which data models are fitted (Ilyas et al. 2022) and attributions tested by the linear
 * datamodeling score. Coalition j depends on the seed and j only.
 */
public final class FixedSizeDesign implements CoalitionDesign {
  private final int playerCount;
  private final List<Coalition> subsets;

  private FixedSizeDesign(int playerCount, List<Coalition> subsets) {
    this.playerCount = playerCount;
    this.subsets = List.copyOf(subsets);
  }

  /**
   * Draws a design.
   *
   * @param playerCount players, 2 to 64
   * @param alpha share of the players in each coalition: floor(alpha n) is from 1 to n-1
   * @param count how many coalitions of that size, from 1 to all there are
   * @param seed any number; the same seed gives the same design
   * @throws IllegalArgumentException when a number is outside its range
   */
  public static FixedSizeDesign draw(int playerCount, double alpha, int count, long seed) {
    Budget.requirePlayers(playerCount);
    int size = (int) Math.floor(alpha * playerCount);
    if (size < 1 || size >= playerCount) {
      throw new IllegalArgumentException(
          "alpha must leave 1 to %d of %d players: %s"
              .formatted(playerCount - 1, playerCount, alpha));
    }
    long all = CombinatoricsUtils.binomialCoefficient(playerCount, size);
    if (count < 1 || count > all) {
      throw new IllegalArgumentException(
          "count must be from 1 to the %d coalitions of %d players: %d"
              .formatted(all, size, count));
    }
    Deck deck = new Deck(all, CounterRandom.key(seed, size));
    List<Coalition> subsets = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      subsets.add(new Coalition(playerCount, NumberedSubsets.of(playerCount, size, deck.next())));
    }
    return new FixedSizeDesign(playerCount, subsets);
  }

  /** Returns the coalitions of the size, without empty and grand. */
  public List<Coalition> subsets() {
    return subsets;
  }

  @Override
  public int playerCount() {
    return playerCount;
  }

  @Override
  public List<Coalition> coalitions() {
    return CoalitionDesign.withEndpoints(playerCount, subsets.stream());
  }
}
