package dev.clade.valuation.game.estimate;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.Semivalue;
import dev.clade.valuation.game.Utilities;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.design.ExhaustiveDesign;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The formula of Shapley (1953), or of another semivalue, over every coalition: O(n 2^n) for n
 * players.
 *
 * <p>A value is a linear function of the mean utilities, so its variance is the sum of squared
 * weights times the variance of each mean. The variance between replicates is pooled over
 * coalitions of one size; the empty and the grand coalition, alone of their sizes but with the
 * largest weights, share that of their neighbors. Degrees of freedom follow Satterthwaite (1946).
 * Intervals cover the randomness of training only, for there is no other: every coalition is there.
 */
public final class ExactEnumeration implements Estimator {
  private final List<Coalition> coalitions;
  private final int playerCount;
  private final double[] sizeWeights;

  /** Creates the estimator of a game of 1 to {@value ExhaustiveDesign#MOST_PLAYERS} players. */
  public ExactEnumeration(int playerCount) {
    this(playerCount, Semivalue.shapley());
  }

  /** Creates the estimator of a semivalue of such a game. */
  public ExactEnumeration(int playerCount, Semivalue semivalue) {
    this.sizeWeights = semivalue.sizeWeights(playerCount);
    this.coalitions = new ExhaustiveDesign(playerCount).coalitions();
    this.playerCount = playerCount;
  }

  @Override
  public Optional<Solution> solve(UtilityTable table) {
    table.requirePlayers(playerCount);
    if (!coalitions.stream().allMatch(table::has)) {
      return Optional.empty();
    }
    PooledVariance[] noise = noiseByStratum(table);
    double[] values = new double[playerCount];
    double[][] coefficients = new double[playerCount][noise.length];
    for (Coalition coalition : coalitions) {
      Utilities utilities = table.of(coalition).orElseThrow();
      int stratum = stratum(coalition.size());
      for (int player = 0; player < playerCount; player++) {
        double weight = weight(coalition, player);
        values[player] += weight * utilities.mean();
        coefficients[player][stratum] += weight * weight / utilities.count();
      }
    }
    double[] variances = new double[playerCount];
    double[] degrees = new double[playerCount];
    for (int player = 0; player < playerCount; player++) {
      variances[player] = variance(coefficients[player], noise);
      degrees[player] = degreesOfFreedom(coefficients[player], noise);
    }
    return Optional.of(
        new Solution(
            Solution.playerValues(values, variances, degrees),
            Diagnostics.of(table, values, coalitions.size(), 0, 0)));
  }

  /**
   * Returns the weight of a coalition's utility in a player's value: that of its other members'
   * size over the number of such coalitions; negative for players that are not in it. For Shapley
   * values (s-1)!(n-s)!/n! for one of s members, -s!(n-s-1)!/n! for others.
   */
  private double weight(Coalition coalition, int player) {
    int others = coalition.contains(player) ? coalition.size() - 1 : coalition.size();
    double weight = sizeWeights[others];
    for (int i = 1; i <= others; i++) {
      weight = weight * i / (playerCount - i);
    }
    return coalition.contains(player) ? weight : -weight;
  }

  private PooledVariance[] noiseByStratum(UtilityTable table) {
    PooledVariance[] noise =
        IntStream.rangeClosed(0, playerCount)
            .mapToObj(_ -> new PooledVariance())
            .toArray(PooledVariance[]::new);
    table.forEach((coalition, utilities) -> noise[stratum(coalition.size())].add(utilities));
    return noise;
  }

  private int stratum(int size) {
    return Math.clamp(size, 1, Math.max(1, playerCount - 1));
  }

  private static double variance(double[] coefficients, PooledVariance[] noise) {
    return IntStream.range(0, noise.length)
        .filter(stratum -> coefficients[stratum] > 0)
        .mapToDouble(stratum -> coefficients[stratum] * noise[stratum].variance())
        .sum();
  }

  /** Returns Satterthwaite's degrees of freedom; 0 when a stratum has one replicate each. */
  private static double degreesOfFreedom(double[] coefficients, PooledVariance[] noise) {
    double total = 0;
    double divisor = 0;
    int sum = 0;
    for (int stratum = 0; stratum < noise.length; stratum++) {
      if (coefficients[stratum] > 0) {
        if (noise[stratum].degreesOfFreedom() == 0) {
          return 0;
        }
        double part = coefficients[stratum] * noise[stratum].variance();
        total += part;
        divisor += part * part / noise[stratum].degreesOfFreedom();
        sum += noise[stratum].degreesOfFreedom();
      }
    }
    // Without any noise the ratio is 0/0, and any degrees of freedom give the same point.
    return divisor == 0 ? sum : total * total / divisor;
  }
}
