package dev.clade.embedding.evaluation.gate;

import dev.clade.embedding.evaluation.Bootstrap;
import dev.clade.embedding.evaluation.Interval;

/**
 * How much better one system is than another on the same items.
 *
 * @param what was compared, such as {@code license, 5 shots: fused - B3}
 * @param difference with its interval over resampled items
 */
public record Comparison(String what, Interval difference) {
  private static final long SEED = 40;

  /** Compares scores of the same items. */
  public static Comparison of(String what, double[] one, double[] other) {
    return new Comparison(what, Bootstrap.difference(one, other, SEED));
  }

  /** Returns what was compared, with the difference and its interval. */
  public String words() {
    return "%s %+.4f [%+.4f, %+.4f]"
        .formatted(what, difference.mean(), difference.low(), difference.high());
  }

  /** Returns whether the first is better beyond doubt. */
  public boolean better() {
    return difference.low() > 0;
  }

  /** Returns whether the first is worse beyond doubt. */
  public boolean worse() {
    return difference.high() < 0;
  }
}
