package dev.clade.valuation.game.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Values of all players.
 *
 * @param values one a player, in the canonical order
 * @param diagnostics how they fit
 */
public record Solution(List<PlayerValue> values, Diagnostics diagnostics) {
  private static final double UPPER_TAIL = 0.975;

  /** Copies the list. */
  public Solution {
    values = List.copyOf(values);
  }

  /**
   * Returns values with intervals and ranks, where all variances have equally many degrees of
   * freedom.
   *
   * @param degreesOfFreedom where they are not above 0, intervals are NaN
   */
  public static List<PlayerValue> playerValues(
      double[] values, double[] variances, double degreesOfFreedom) {
    double[] all = new double[values.length];
    Arrays.fill(all, degreesOfFreedom);
    return playerValues(values, variances, all);
  }

  /**
   * Returns values with intervals and ranks.
   *
   * @param values the values
   * @param variances their variances; NaN where unknown
   * @param degreesOfFreedom of each variance; the interval is NaN where it is not above 0
   */
  public static List<PlayerValue> playerValues(
      double[] values, double[] variances, double[] degreesOfFreedom) {
    List<PlayerValue> result = new ArrayList<>(values.length);
    for (int i = 0; i < values.length; i++) {
      double value = values[i];
      double error = degreesOfFreedom[i] > 0 ? Math.sqrt(variances[i]) : Double.NaN;
      double reach =
          Double.isNaN(error)
              ? Double.NaN
              : error
                  * new TDistribution(degreesOfFreedom[i]).inverseCumulativeProbability(UPPER_TAIL);
      int rank = 1 + (int) Arrays.stream(values).filter(other -> other > value).count();
      result.add(new PlayerValue(value, error, value - reach, value + reach, rank));
    }
    return result;
  }
}
