package dev.clade.valuation.game.simulation;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.design.ExhaustiveDesign;
import dev.clade.valuation.game.estimate.ExactEnumeration;
import dev.clade.valuation.game.estimate.PlayerValue;
import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Games drawn alike. */
public enum GameFamily {
  /**
   * Utility that grows with the logarithm of one plus the amount of data, log-normal for each
   * player, and with the sum of qualities, uniform from -0.15 to 0.15.
   */
  SATURATING {
    @Override
    public ToDoubleFunction<Coalition> game(int players, long seed) {
      Random random = new Random(seed);
      double[] amounts = new double[players];
      Arrays.setAll(amounts, _ -> Math.exp(random.nextGaussian()));
      double[] qualities = random.doubles(players, -0.15, 0.15).toArray();
      return coalition ->
          Math.log1p(coalition.players().mapToDouble(i -> amounts[i]).sum())
              + coalition.players().mapToDouble(i -> qualities[i]).sum();
    }
  },
  /** The same, with noise. */
  NOISY {
    @Override
    public ToDoubleFunction<Coalition> game(int players, long seed) {
      return SATURATING.game(players, seed);
    }
  },
  /** Worths of players, with terms between two or three of them, and noise. */
  INTERACTING {
    @Override
    public ToDoubleFunction<Coalition> game(int players, long seed) {
      Random random = new Random(seed);
      double[] worths = random.doubles(players).map(worth -> worth - 0.2).toArray();
      long[] groups = random.ints(3 * players, 0, players).mapToLong(i -> 1L << i).toArray();
      double[] terms = random.doubles(2 * players).map(term -> 1.2 * term - 0.6).toArray();
      return coalition -> {
        double sum = coalition.players().mapToDouble(i -> worths[i]).sum();
        for (int i = 0; i < terms.length; i++) {
          long group =
              groups[i]
                  | groups[(i + 7) % groups.length]
                  | (i % 2) * groups[(i + 11) % groups.length];
          sum += (coalition.members() & group) == group ? terms[i] : 0;
        }
        return sum;
      };
    }
  };

  /** Standard deviation of noise, in those of the utilities of all coalitions. */
  private static final double NOISE = 0.3;

  /** Returns the utility of every coalition of a drawn game without noise, for 2 to 64 players. */
  public abstract ToDoubleFunction<Coalition> game(int players, long seed);

  /**
   * Draws a game. Where the family is noisy, every coalition but empty and grand has Gaussian noise
   * of 0.3 standard deviations of all utilities.
   *
   * @param players 2 to 12
   * @throws IllegalArgumentException when there are too many players
   */
  public SimulatedGame draw(int players, long seed) {
    ToDoubleFunction<Coalition> game = game(players, seed);
    UtilityTable.Builder builder = UtilityTable.builder(players);
    double[] utilities = new double[1 << players];
    for (Coalition coalition : new ExhaustiveDesign(players).coalitions()) {
      double utility = game.applyAsDouble(coalition);
      utilities[(int) coalition.members()] = utility;
      builder.add(coalition, 0, utility);
    }
    double[] values =
        new ExactEnumeration(players)
            .solve(builder.build()).orElseThrow().values().stream()
                .mapToDouble(PlayerValue::value)
                .toArray();
    if (this != SATURATING) {
      addNoise(utilities, seed + 1000);
    }
    return new SimulatedGame(players, utilities, values);
  }

  private static void addNoise(double[] utilities, long seed) {
    double mean = Arrays.stream(utilities).average().orElseThrow();
    double variance =
        Arrays.stream(utilities).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    Random random = new Random(seed);
    for (int i = 1; i < utilities.length - 1; i++) {
      utilities[i] += NOISE * Math.sqrt(variance) * random.nextGaussian();
    }
  }
}
