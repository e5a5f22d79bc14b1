package dev.clade.valuation.game.stopping;

import dev.clade.valuation.game.statistic.Interval;
import java.util.Comparator;
import java.util.List;

/** How sure values are to be. */
@FunctionalInterface
public interface Target {

  /** Tells whether the intervals of all players are narrow enough. */
  boolean reached(List<Interval> intervals);

  /**
   * Returns the target that no interval reaches further than this from its value.
   *
   * @param most half-width in units of the utility, above 0
   * @throws IllegalArgumentException when it is not above 0
   */
  static Target halfWidth(double most) {
    requirePositive(most);
    return intervals -> widest(intervals) <= most;
  }

  /**
   * Returns the target that no interval reaches further from its value than a part of the spread of
   * values, the highest less the lowest.
   *
   * @param most part, above 0
   * @throws IllegalArgumentException when it is not above 0
   */
  static Target partOfSpread(double most) {
    requirePositive(most);
    return intervals -> {
      double highest = intervals.stream().mapToDouble(Target::middle).max().orElse(0);
      double lowest = intervals.stream().mapToDouble(Target::middle).min().orElse(0);
      return widest(intervals) <= most * (highest - lowest);
    };
  }

  /**
   * Returns the target that no two intervals overlap: every player's rank is known. Equal players
   * never get there.
   */
  static Target ranksSettled() {
    return intervals -> {
      List<Interval> ascending =
          intervals.stream().sorted(Comparator.comparingDouble(Interval::lower)).toList();
      for (int i = 1; i < ascending.size(); i++) {
        if (ascending.get(i).lower() <= ascending.get(i - 1).upper()) {
          return false;
        }
      }
      return true;
    };
  }

  private static double widest(List<Interval> intervals) {
    return intervals.stream()
        .mapToDouble(each -> (each.upper() - each.lower()) / 2)
        .max()
        .orElse(0);
  }

  private static double middle(Interval interval) {
    return (interval.lower() + interval.upper()) / 2;
  }

  private static void requirePositive(double most) {
    if (!(most > 0)) {
      throw new IllegalArgumentException("precision must be above 0: " + most);
    }
  }
}
