package dev.clade.valuation.game.stopping;

import dev.clade.valuation.game.estimate.PlayerValue;
import java.util.Optional;

/**
 * Intervals for a look at any time: an asymptotic confidence sequence (Waudby-Smith, Arbour, Sinha,
 * Kennedy and Ramdas 2024, theorem 2.2), with half-width
 *
 * <pre>  se sqrt(2 (t r^2 + 1) / (t r^2) log(sqrt(t r^2 + 1) / error))</pre>
 *
 * <p>at t independent units, which are the degrees of freedom plus 1. It holds for many units;
 * below {@value #FEWEST_UNITS} there is none. The price of looking at any time is about half again
 * the width of a single look's.
 *
 * @param tightestAt units at which the sequence is to be narrowest, at least 1; chooses r
 */
public record ConfidenceSequence(int tightestAt) implements RepeatedIntervals {
  private static final int FEWEST_UNITS = 20;

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException when it is below 1
   */
  public ConfidenceSequence {
    if (tightestAt < 1) {
      throw new IllegalArgumentException("tightest at must be at least 1 unit: " + tightestAt);
    }
  }

  @Override
  public Optional<Double> halfWidth(PlayerValue value, int evaluations, double error) {
    double units = value.degreesOfFreedom() + 1;
    if (value.standardError() == 0) {
      return Optional.of(0.0);
    }
    if (!(units >= FEWEST_UNITS)) {
      return Optional.empty();
    }
    double twice = -2 * Math.log(error);
    double time = units * (twice + Math.log(twice + 1)) / tightestAt;
    // A standard error that is taken for known has no number of units: the logarithm is infinite.
    return Optional.of(
            value.standardError()
                * Math.sqrt(2 * (1 + 1 / time) * Math.log(Math.sqrt(time + 1) / error)))
        .filter(Double::isFinite);
  }
}
