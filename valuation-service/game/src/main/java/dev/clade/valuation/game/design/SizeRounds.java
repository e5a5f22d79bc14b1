package dev.clade.valuation.game.design;

import dev.clade.valuation.game.Coalition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Pairs of balanced sizes: a round visits each size once in a random order and takes the next pair
 * with a half of that size. A size that is exhausted is passed over.
 */
final class SizeRounds {
  private SizeRounds() {}

  /**
   * Returns one half of each pair.
   *
   * @param pairCount how many; not more than there are
   * @param sources the pairs by the size of the smaller half, from 1 to playerCount / 2
   */
  static List<Coalition> deal(
      int playerCount, int pairCount, long seed, IntFunction<PairSource> sources) {
    PairSource[] ofSize =
        IntStream.rangeClosed(1, playerCount / 2).mapToObj(sources).toArray(PairSource[]::new);
    List<Coalition> pairs = new ArrayList<>(pairCount);
    for (long round = -1; pairs.size() < pairCount; round--) {
      for (int index : CounterRandom.order(playerCount - 1, CounterRandom.at(seed, round))) {
        PairSource visited = ofSize[Math.min(index + 1, playerCount - index - 1) - 1];
        if (visited.hasNext() && pairs.size() < pairCount) {
          pairs.add(visited.next());
        }
      }
    }
    return List.copyOf(pairs);
  }
}
