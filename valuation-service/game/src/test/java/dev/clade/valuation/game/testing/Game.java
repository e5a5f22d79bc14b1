package dev.clade.valuation.game.testing;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.design.CoalitionDesign;
import dev.clade.valuation.game.design.ExhaustiveDesign;
import dev.clade.valuation.game.estimate.ExactEnumeration;
import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.game.simulation.GameFamily;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** A game with known utilities. */
public record Game(int playerCount, ToDoubleFunction<Coalition> utility) {

  /** A game whose players add their worths to a constant. */
  public static Game additive(double constant, double... worths) {
    return new Game(
        worths.length,
        coalition -> constant + coalition.players().mapToDouble(i -> worths[i]).sum());
  }

  /** A game whose utilities are independent and uniform from -1 to 1. */
  public static Game random(int playerCount, long seed) {
    double[] utilities = new Random(seed).doubles(1L << playerCount).map(x -> 2 * x - 1).toArray();
    return new Game(playerCount, coalition -> utilities[(int) coalition.members()]);
  }

  /** Returns the utility of a coalition. */
  public double of(Coalition coalition) {
    return utility.applyAsDouble(coalition);
  }

  /** Utility that grows ever slower with the amount of data, as that of generative models does. */
  public static Game saturating(int players) {
    return new Game(
        players,
        c -> Math.log1p(c.players().mapToDouble(i -> 1 + i % 4).sum()) - (c.contains(2) ? 0.3 : 0));
  }

  /** A game of random worths, and of random terms between pairs and triples of players. */
  public static Game interacting(int players, long seed) {
    return new Game(players, GameFamily.INTERACTING.game(players, seed));
  }

  /** Returns the sum of two games. */
  public Game plus(Game other) {
    return new Game(playerCount, coalition -> of(coalition) + other.of(coalition));
  }

  /** Returns the utilities of all coalitions. */
  public UtilityTable table() {
    return table(new ExhaustiveDesign(playerCount), 1, 0, 0);
  }

  /** Returns the utilities of a design with Gaussian noise added to each replicate. */
  public UtilityTable table(CoalitionDesign design, int replicates, double noise, long seed) {
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
  public double[] permutationValues() {
    double[] sums = new double[playerCount];
    int permutations = visit(Coalition.empty(playerCount), sums);
    for (int player = 0; player < playerCount; player++) {
      sums[player] /= permutations;
    }
    return sums;
  }

  /** Returns the Shapley values from all coalitions. */
  public double[] shapleyValues() {
    return values(new ExactEnumeration(playerCount).solve(table()).orElseThrow());
  }

  /** Returns the values of a solution. */
  public static double[] values(Solution solution) {
    return solution.values().stream().mapToDouble(PlayerValue::value).toArray();
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
