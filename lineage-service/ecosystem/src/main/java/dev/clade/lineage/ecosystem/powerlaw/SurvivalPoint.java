package dev.clade.lineage.ecosystem.powerlaw;

import java.util.ArrayList;
import java.util.List;

/**
 * A point of the complementary cumulative distribution, which a power law makes a straight line
 * where both axes are logarithmic.
 *
 * @param value an observed value
 * @param share the share of all values that are at least as large, above 0
 */
public record SurvivalPoint(long value, double share) {
  /**
   * Returns the points of some values, ascending: the first of each interval that has any, where
   * the logarithms are cut into equal ones; and always the largest value.
   *
   * @param intervals how many at least 1; so many points and one more is the most
   */
  public static List<SurvivalPoint> of(CountedValues values, int intervals) {
    if (intervals < 1) {
      throw new IllegalArgumentException("intervals must be at least 1: " + intervals);
    }
    List<SurvivalPoint> points = new ArrayList<>();
    int last = values.size() - 1;
    long previous = -1;
    for (int i = 0; i <= last; i++) {
      double place =
          (values.logarithm(i) - values.logarithm(0))
              / (values.logarithm(last) - values.logarithm(0));
      long interval = (long) (place * intervals);
      if (interval > previous || i == last) {
        points.add(new SurvivalPoint(values.value(i), values.tail(i) / (double) values.total()));
        previous = interval;
      }
    }
    return List.copyOf(points);
  }
}
