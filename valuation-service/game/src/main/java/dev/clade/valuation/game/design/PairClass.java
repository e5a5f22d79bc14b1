package dev.clade.valuation.game.design;

import dev.clade.valuation.game.Coalition;
import org.hipparchus.util.CombinatoricsUtils;

/**
 * All pairs of a coalition of one size and its complement, dealt in a random order without
 * replacement. Which pair comes at a place depends on the seed, the size and the place only.
 */
final class PairClass implements PairSource {
  private final int playerCount;
  private final int size;
  private final Deck deck;

  /**
   * Creates the class of a size.
   *
   * @param size the smaller half's, from 1 to playerCount / 2
   */
  PairClass(int playerCount, int size, long seed) {
    this.playerCount = playerCount;
    this.size = size;
    this.deck = new Deck(pairCount(playerCount, size), CounterRandom.key(seed, size));
  }

  /** Returns how many pairs there are with a half of some size from 1 to playerCount / 2. */
  static long pairCount(int playerCount, int size) {
    return 2 * size == playerCount
        ? CombinatoricsUtils.binomialCoefficient(playerCount - 1, size - 1)
        : CombinatoricsUtils.binomialCoefficient(playerCount, size);
  }

  @Override
  public boolean hasNext() {
    return deck.hasNext();
  }

  @Override
  public Coalition next() {
    long number = deck.next();
    int last = playerCount - 1;
    if (2 * size == playerCount) {
      return new Coalition(playerCount, NumberedSubsets.of(last, size - 1, number) | 1L << last);
    }
    return CoalitionDesign.representative(
        new Coalition(playerCount, NumberedSubsets.of(playerCount, size, number)));
  }
}
