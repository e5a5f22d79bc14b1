package dev.clade.valuation.game.design;

import dev.clade.valuation.game.Coalition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;

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

  /**
   * Draws units with replacement until they hold so many distinct coalitions. When those are all,
   * nothing is drawn, and each unit weighs its probability.
   *
   * @param count distinct coalitions; a multiple of a unit's
   * @param unit what is drawn along with a coalition, itself included: the same for each of them
   */
  List<WeightedUnit> units(int count, long seed, Function<Coalition, List<Coalition>> unit) {
    Map<List<Coalition>, Double> weights = new LinkedHashMap<>();
    if (count + 2 == Math.scalb(1.0, playerCount)) {
      for (long members = 1; members <= count; members++) {
        Coalition coalition = new Coalition(playerCount, members);
        weights.merge(unit.apply(coalition), probability(coalition), Double::sum);
      }
    } else {
      int distinct = 0;
      for (long index = 0; distinct < count; index++) {
        List<Coalition> drawn = unit.apply(draw(seed, index));
        distinct += weights.merge(drawn, 1.0, Double::sum) == 1 ? drawn.size() : 0;
      }
    }
    return weights.entrySet().stream()
        .map(each -> new WeightedUnit(each.getKey(), each.getValue()))
        .toList();
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
