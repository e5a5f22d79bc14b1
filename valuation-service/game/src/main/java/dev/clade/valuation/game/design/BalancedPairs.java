package dev.clade.valuation.game.design;

import dev.clade.valuation.game.Coalition;
import java.util.HashSet;
import java.util.Set;

/**
 * Pairs with a half of one size in which players are equally often: the next coalition of the size
 * is of those who were in the fewest so far, ties in a random order. When that pair was there
 * before the next of a shuffle of all is taken instead.
 */
final class BalancedPairs implements PairSource {
  private final int playerCount;
  private final int size;
  private final long seed;
  private final PairClass shuffled;
  private final Set<Coalition> taken = new HashSet<>();
  private final int[] joined;

  BalancedPairs(int playerCount, int size, long seed) {
    this.playerCount = playerCount;
    this.size = size;
    this.seed = CounterRandom.key(seed, -size);
    this.shuffled = new PairClass(playerCount, size, seed);
    this.joined = new int[playerCount];
  }

  @Override
  public boolean hasNext() {
    return taken.size() < PairClass.pairCount(playerCount, size);
  }

  @Override
  public Coalition next() {
    Coalition pair = balanced();
    while (!taken.add(pair)) {
      pair = shuffled.next();
    }
    Coalition ofSize = pair.size() == size ? pair : pair.complement();
    ofSize.players().forEach(player -> joined[player]++);
    return pair;
  }

  private Coalition balanced() {
    int[] order = CounterRandom.order(playerCount, CounterRandom.at(seed, taken.size()));
    long members = 0;
    for (int least = 0; Long.bitCount(members) < size; least++) {
      for (int player : order) {
        if (joined[player] == least && Long.bitCount(members) < size) {
          members |= 1L << player;
        }
      }
    }
    return CoalitionDesign.representative(new Coalition(playerCount, members));
  }
}
