package dev.clade.valuation.game.forecast;

import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.estimate.PooledVariance;
import org.hipparchus.util.CombinatoricsUtils;

/**
 * The variance that noise of training gives a Shapley value when every coalition was evaluated.
 * With variance s^2 a training and r(k) trainings of each coalition of size k it is
 *
 * <pre>  s^2 / n^2 sum over sizes k of (1 / C(n-1, k-1) + 1 / C(n-1, k)) / r(k).</pre>
 *
 * <p>Sizes 0, 1, n-1 and n make nearly all of it, about 4 s^2 / n^2: more coalitions do not lessen
 * it, more trainings of these do.
 */
final class NoiseFloor {
  private final boolean known;
  private final double perTraining;
  private final double present;
  private final double extreme;
  private final double between;

  private NoiseFloor(
      boolean known, double perTraining, double present, double extreme, double between) {
    this.known = known;
    this.perTraining = perTraining;
    this.present = present;
    this.extreme = extreme;
    this.between = between;
  }

  /** Returns the floor of a table; 0 when no replicates tell of noise. */
  static NoiseFloor of(UtilityTable table) {
    int n = table.playerCount();
    PooledVariance noise = PooledVariance.of(table);
    int[] coalitions = new int[n + 1];
    int[] trainings = new int[n + 1];
    table.forEach(
        (coalition, utilities) -> {
          coalitions[coalition.size()]++;
          trainings[coalition.size()] += utilities.count();
        });
    double present = 0;
    double extreme = 0;
    double between = 0;
    for (int size = 0; size <= n; size++) {
      double weight = inverseBinomial(n - 1, size - 1) + inverseBinomial(n - 1, size);
      if (size <= 1 || size >= n - 1) {
        extreme += weight;
        present += coalitions[size] == 0 ? weight : weight * coalitions[size] / trainings[size];
      } else {
        between += weight;
        present += weight;
      }
    }
    boolean known = noise.degreesOfFreedom() > 0;
    double perTraining = known ? noise.variance() / ((double) n * n) : 0;
    return new NoiseFloor(known, perTraining, present, extreme, between);
  }

  /** Tells whether replicates tell of noise. */
  boolean isKnown() {
    return known;
  }

  /** Returns the variance with the replicates there are at the four sizes, one training between. */
  double variance() {
    return perTraining * present;
  }

  /** Tells whether replicates of the four sizes could bring the variance below another. */
  boolean extremesSuffice(double variance) {
    return perTraining * between < variance;
  }

  /**
   * Returns the fewest trainings, of the four sizes or of every one, that bring it below another.
   */
  int replicates(double variance) {
    double needed =
        extremesSuffice(variance)
            ? extreme / (variance / perTraining - between)
            : (extreme + between) * perTraining / variance;
    return (int) (Math.floor(needed) + 1);
  }

  private static double inverseBinomial(int n, int k) {
    return k < 0 || k > n ? 0 : 1 / CombinatoricsUtils.binomialCoefficientDouble(n, k);
  }
}
