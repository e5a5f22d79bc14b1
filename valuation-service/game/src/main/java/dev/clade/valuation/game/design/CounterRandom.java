package dev.clade.valuation.game.design;

import java.util.SplittableRandom;

/**
 * Random numbers by key: what is drawn for an index depends on the seed and the index only, whoever
 * draws it and when.
 */
public final class CounterRandom {
  private CounterRandom() {}

  /** Returns the generator of an index. */
  public static SplittableRandom at(long seed, long index) {
    return new SplittableRandom(key(seed, index));
  }

  /** Returns a seed that neighboring seeds and indices do not share or shift. */
  public static long key(long seed, long index) {
    return scramble(scramble(seed) ^ scramble(~index));
  }

  /** Returns the numbers from 0 to count - 1 in a random order (Fisher and Yates). */
  public static int[] order(int count, SplittableRandom random) {
    int[] order = new int[count];
    for (int last = 0; last < count; last++) {
      int place = random.nextInt(last + 1);
      order[last] = order[place];
      order[place] = last;
    }
    return order;
  }

  /**
   * A bijection that spreads each bit over all: the finalizer of SplitMix64 (Steele et al. 2014).
   */
  private static long scramble(long bits) {
    long z = bits + 0x9E3779B97F4A7C15L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
