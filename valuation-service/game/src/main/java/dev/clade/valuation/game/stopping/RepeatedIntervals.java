package dev.clade.valuation.game.stopping;

import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.game.statistic.Interval;
import java.util.List;
import java.util.Optional;

/**
 * Intervals that may be looked at repeatedly: their error is the chance to be wrong at any look.
 */
public sealed interface RepeatedIntervals permits ConfidenceSequence, PlannedLooks {

  /**
   * Returns half the width of a value's interval at a look.
   *
   * @param evaluations coalitions evaluated so far
   * @param error chance over all looks that this one value's interval leaves out the truth
   * @return nothing when this is no look, or intervals cannot be told yet
   */
  Optional<Double> halfWidth(PlayerValue value, int evaluations, double error);

  /**
   * Returns the intervals of all players at a look.
   *
   * @param solution values with standard errors
   * @param evaluations coalitions evaluated so far
   * @param error chance over all looks that the interval of <em>any</em> player leaves out the
   *     truth (Bonferroni over players)
   * @return nothing when this is no look, or an interval cannot be told yet
   */
  default Optional<List<Interval>> all(Solution solution, int evaluations, double error) {
    List<PlayerValue> values = solution.values();
    List<Interval> intervals =
        values.stream()
            .flatMap(
                value ->
                    halfWidth(value, evaluations, error / values.size())
                        .map(half -> new Interval(value.value() - half, value.value() + half))
                        .stream())
            .toList();
    return intervals.size() == values.size() ? Optional.of(intervals) : Optional.empty();
  }
}
