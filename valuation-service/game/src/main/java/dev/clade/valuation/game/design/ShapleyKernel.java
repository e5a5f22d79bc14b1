package dev.clade.valuation.game.design;

import dev.clade.valuation.game.Coalition;
import java.util.SplittableRandom;

/**
 * The distribution of coalitions under which least squares gives Shapley values: a size k from 1 to
 * n-1 with probability proportional to (n-1)/(k(n-k)), then a uniform coalition of that size
 * (Lundberg and Lee 2017, Charnes et al. 1988).
 */
final class ShapleyKernel {
  private final int playerCount;
  private final double[] ofSize;

  /** Creates the kernel of a game of at least 2 players. */
  ShapleyKernel(int playerCount) {
    this.playerCount = playerCount;
    this.ofSize = new double[playerCount];
    double total = 0;
    for (int size = 1; size < playerCount; size++) {
      ofSize[size] = 1.0 / ((double) size * (playerCount - size));
      total += ofSize[size];
    }
    for (int size = 1; size < playerCount; size++) {
      ofSize[size] /= total;
    }
  }

  /** Returns the probability of a coalition that is neither empty nor grand. */
  double probability(Coalition coalition) {
    double coalitions = 1;
    for (int i = 1; i <= coalition.size(); i++) {
      coalitions = coalitions * (playerCount - coalition.size() + i) / i;
    }
    return ofSize[coalition.size()] / coalitions;
  }

  /** Returns the coalition of draw {@code index}; a function of the seed and the index only. */
  Coalition draw(long seed, long index) {
    SplittableRandom random = CounterRandom.at(seed, index);
    double left = random.nextDouble();
    int size = 1;
    while (size < playerCount - 1 && left >= ofSize[size]) {
      left -= ofSize[size];
      size++;
    }
    return subset(size, random);
  }

  /** Returns a uniform coalition of a size: Floyd's method, one random number a member. */
  private Coalition subset(int size, SplittableRandom random) {
    long members = 0;
    for (int last = playerCount - size; last < playerCount; last++) {
      long chosen = 1L << random.nextInt(last + 1);
      members |= (members & chosen) == 0 ? chosen : 1L << last;
    }
    return new Coalition(playerCount, members);
  }
}
