package dev.clade.valuation.game.design;

import java.util.HashMap;
import java.util.Map;

/**
 * The numbers from 0 to count - 1, dealt in a random order: a shuffle (Fisher and Yates) of which
 * only what was dealt is kept. Which number comes at a place depends on the seed and the place
 * only.
 */
final class Deck {
  private final long count;
  private final long seed;
  private final Map<Long, Long> moved = new HashMap<>();
  private long dealt;

  Deck(long count, long seed) {
    this.count = count;
    this.seed = seed;
  }

  /** Tells whether a number is left. */
  boolean hasNext() {
    return dealt < count;
  }

  /** Deals the next number. */
  long next() {
    long place = dealt++;
    long from = place + CounterRandom.at(seed, place).nextLong(count - place);
    long number = moved.getOrDefault(from, from);
    moved.put(from, moved.getOrDefault(place, place));
    moved.remove(place);
    return number;
  }
}
