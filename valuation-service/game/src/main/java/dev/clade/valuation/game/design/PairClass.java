package dev.clade.valuation.game.design;

import dev.clade.valuation.game.Coalition;
import java.util.HashMap;
import java.util.Map;
import org.hipparchus.util.CombinatoricsUtils;

/**
 * All pairs of a coalition of one size and its complement, dealt in a random order without
 * replacement: a shuffle (Fisher and Yates) of which only what was dealt is kept. Which pair comes
 * at a place depends on the seed, the size and the place only.
 */
final class PairClass {
  private final int playerCount;
  private final int size;
  private final long seed;
  private final long pairCount;
  private final Map<Long, Long> moved = new HashMap<>();
  private long dealt;

  /**
   * Creates the class of a size.
   *
   * @param size the smaller half's, from 1 to playerCount / 2
   */
  PairClass(int playerCount, int size, long seed) {
    this.playerCount = playerCount;
    this.size = size;
    this.seed = CounterRandom.key(seed, size);
    this.pairCount = pairCount(playerCount, size);
  }

  /** Returns how many pairs there are with a half of some size from 1 to playerCount / 2. */
  static long pairCount(int playerCount, int size) {
    return 2 * size == playerCount
        ? CombinatoricsUtils.binomialCoefficient(playerCount - 1, size - 1)
        : CombinatoricsUtils.binomialCoefficient(playerCount, size);
  }

  /** Tells whether a pair is left. */
  boolean hasNext() {
    return dealt < pairCount;
  }

  /** Deals the next pair and returns its half that holds the last player. */
  Coalition next() {
    long place = dealt++;
    long from = place + CounterRandom.at(seed, place).nextLong(pairCount - place);
    long number = moved.getOrDefault(from, from);
    moved.put(from, moved.getOrDefault(place, place));
    moved.remove(place);
    return pair(number);
  }

  private Coalition pair(long number) {
    int last = playerCount - 1;
    if (2 * size == playerCount) {
      return new Coalition(playerCount, subset(last, size - 1, number) | 1L << last);
    }
    Coalition coalition = new Coalition(playerCount, subset(playerCount, size, number));
    return coalition.contains(last) ? coalition : coalition.complement();
  }

  /** Returns the subset of a number in the combinatorial number system (Lehmer 1964). */
  private static long subset(int count, int members, long number) {
    long subset = 0;
    long left = number;
    int place = count;
    for (int chosen = members; chosen > 0; chosen--) {
      long below;
      do {
        place--;
        below = place < chosen ? 0 : CombinatoricsUtils.binomialCoefficient(place, chosen);
      } while (below > left);
      left -= below;
      subset |= 1L << place;
    }
    return subset;
  }
}
