package dev.clade.valuation.game.payout;

import dev.clade.valuation.game.estimate.PlayerValue;
import java.util.List;

/** What is taken for a player's value before it is paid. */
public enum Adjustment {
  /** The value as it is. */
  NONE {
    @Override
    public double[] apply(List<PlayerValue> values) {
      return values.stream().mapToDouble(PlayerValue::value).toArray();
    }
  },

  /**
   * The value if its interval leaves out 0, else 0: the player cannot be told from one who adds
   * nothing. So it is without an interval.
   */
  SIGNIFICANCE_GATE {
    @Override
    public double[] apply(List<PlayerValue> values) {
      return values.stream()
          .mapToDouble(each -> each.lower() > 0 || each.upper() < 0 ? each.value() : 0)
          .toArray();
    }
  },

  /**
   * The value drawn to the mean by its share of noise: mean + t/(s + t) (value - mean), with s the
   * squared standard error and t the variance between players, by moments and at least 0. Values
   * without a standard error stay.
   */
  SHRINKAGE {
    @Override
    public double[] apply(List<PlayerValue> values) {
      double mean = values.stream().mapToDouble(PlayerValue::value).average().orElse(0);
      double squares = 0;
      double noise = 0;
      for (PlayerValue each : values) {
        squares += (each.value() - mean) * (each.value() - mean);
        noise += squaredError(each) / values.size();
      }
      double between = Math.max(0, squares / Math.max(1, values.size() - 1) - noise);
      return values.stream()
          .mapToDouble(
              each ->
                  squaredError(each) == 0
                      ? each.value()
                      : mean + between / (squaredError(each) + between) * (each.value() - mean))
          .toArray();
    }
  };

  /** Returns the adjusted values, in the order of the players. */
  public abstract double[] apply(List<PlayerValue> values);

  private static double squaredError(PlayerValue value) {
    double error = value.standardError();
    return Double.isNaN(error) ? 0 : error * error;
  }
}
