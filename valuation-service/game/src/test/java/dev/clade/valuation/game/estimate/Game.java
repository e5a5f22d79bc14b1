package dev.clade.valuation.game.estimate;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.design.CoalitionDesign;
import dev.clade.valuation.game.design.ExhaustiveDesign;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** A game with known utilities. */
record Game(int playerCount, ToDoubleFunction<Coalition> utility) {

  static Game additive(double constant, double... worths) {
    return new Game(
        worths.length,
        coalition -> constant + coalition.players().mapToDouble(i -> worths[i]).sum());
  }

  /** A game whose utilities are independent and uniform from -1 to 1. */
  static Game random(int playerCount, long seed) {
    double[] utilities = new Random(seed).doubles(1L << playerCount).map(x -> 2 * x - 1).toArray();
    return new Game(playerCount, coalition -> utilities[(int) coalition.members()]);
  }

  double of(Coalition coalition) {
    return utility.applyAsDouble(coalition);
  }

  Game plus(Game other) {
    return new Game(playerCount, coalition -> of(coalition) + other.of(coalition));
  }

  UtilityTable table() {
    return table(new ExhaustiveDesign(playerCount), 1, 0, 0);
  }

  /** Returns the utilities of a design with Gaussian noise added to each replicate. */
  UtilityTable table(CoalitionDesign design, int replicates, double noise, long seed) {
    Random random = new Random(seed);
    UtilityTable.Builder builder = UtilityTable.builder(playerCount);
    for (Coalition coalition : design.coalitions()) {
      for (int replicate = 0; replicate < replicates; replicate++) {
        builder.add(coalition, replicate, of(coalition) + noise * random.nextGaussian());
      }
    }
    return builder.build();
  }

  /** Returns the Shapley values as the mean of marginal contributions over all permutations. */
  double[] permutationValues() {
    double[] sums = new double[playerCount];
    int permutations = visit(Coalition.empty(playerCount), sums);
    for (int player = 0; player < playerCount; player++) {
      sums[player] /= permutations;
    }
    return sums;
  }

  private int visit(Coalition before, double[] sums) {
    if (before.size() == playerCount) {
      return 1;
    }
    int permutations = 0;
    for (int player : before.complement().players().toArray()) {
      Coalition after = new Coalition(playerCount, before.members() | 1L << player);
      int through = visit(after, sums);
      sums[player] += through * (of(after) - of(before));
      permutations += through;
    }
    return permutations;
  }
}
