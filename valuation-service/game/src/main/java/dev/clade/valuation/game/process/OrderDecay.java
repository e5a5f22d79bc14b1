package dev.clade.valuation.game.process;

import dev.clade.valuation.game.Coalition;
import org.hipparchus.util.CombinatoricsUtils;

/**
 * The odd half of the covariance r^d(S,T) between utilities, d the number of players in one of S
 * and T only.
 *
 * <p>It is the covariance of a game whose interactions of q players, the Fourier coefficients of
 * order q, are independent with variances that fall by the factor (1-r)/(1+r) from each order to
 * the next.
 */
final class OrderDecay {
  private final int playerCount;
  private final double[] powers;

  /** Mean of r^d between t others and a coalition of others of a uniform size, by t. */
  private final double[] means;

  /**
   * Creates the covariance.
   *
   * @param factor of each order's variance to that of the order below, above 0 and below 1
   */
  OrderDecay(int playerCount, double factor) {
    this.playerCount = playerCount;
    this.powers = new double[playerCount + 1];
    double base = (1 - factor) / (1 + factor);
    for (int distance = 0; distance <= playerCount; distance++) {
      powers[distance] = Math.pow(base, distance);
    }
    this.means = new double[playerCount];
    for (int size = 0; size < playerCount; size++) {
      means[size] = mean(size);
    }
  }

  /** Returns the covariance between the odd parts at two coalitions. */
  double covariance(Coalition one, Coalition other) {
    int distance = Long.bitCount(one.members() ^ other.members());
    return (powers[distance] - powers[playerCount - distance]) / 2;
  }

  /**
   * Returns a player's Shapley value in the game whose utilities are the covariances with a
   * coalition: for a member that of joining what is nearer by one player then, else of leaving it.
   */
  double shapleyValue(Coalition coalition, int player) {
    double step = powers[0] - powers[1];
    return coalition.contains(player)
        ? step * means[coalition.size() - 1]
        : -step * means[coalition.size()];
  }

  private double mean(int size) {
    int others = playerCount - 1;
    double sum = 0;
    for (int drawn = 0; drawn <= others; drawn++) {
      double all = CombinatoricsUtils.binomialCoefficientDouble(others, drawn);
      for (int common = Math.max(0, size + drawn - others);
          common <= Math.min(size, drawn);
          common++) {
        sum +=
            CombinatoricsUtils.binomialCoefficientDouble(size, common)
                * CombinatoricsUtils.binomialCoefficientDouble(others - size, drawn - common)
                / all
                * powers[size + drawn - 2 * common];
      }
    }
    return sum / playerCount;
  }
}
