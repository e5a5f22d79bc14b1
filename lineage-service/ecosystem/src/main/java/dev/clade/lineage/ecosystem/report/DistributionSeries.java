package dev.clade.lineage.ecosystem.report;

import dev.clade.lineage.ecosystem.statistics.Distribution;
import dev.clade.report.Figure.Mark;
import dev.clade.report.Figure.Series;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws distributions. */
public final class DistributionSeries {
  private DistributionSeries() {}

  /** Returns, for each value above 0, the share of all values that are at least as large. */
  public static Series tail(String title, Distribution distribution) {
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    double total = distribution.total().doubleValue();
    BigInteger left = distribution.total();
    for (Map.Entry<Integer, BigInteger> each : distribution.counts().entrySet()) {
      if (each.getKey() > 0) {
        x.add(each.getKey().doubleValue());
        y.add(left.doubleValue() / total);
      }
      left = left.subtract(each.getValue());
    }
    return new Series(title, Mark.POINTS, x, y);
  }

  /**
   * Returns the Lorenz curve: what share of the sum of all values the smallest ones have, by their
   * share of the values; the diagonal where that sum is 0. Values must be at least 0.
   */
  public static Series lorenz(String title, Distribution distribution) {
    List<Double> x = new ArrayList<>(List.of(0.0));
    List<Double> y = new ArrayList<>(List.of(0.0));
    double total = distribution.total().doubleValue();
    double sum = distribution.sum().doubleValue();
    double values = 0;
    double held = 0;
    for (Map.Entry<Integer, BigInteger> each : distribution.counts().entrySet()) {
      values += each.getValue().doubleValue();
      held += each.getKey() * each.getValue().doubleValue();
      x.add(values / total);
      y.add(sum == 0 ? values / total : held / sum);
    }
    return new Series(title, Mark.LINE, x, y);
  }

  /** Returns how often each value occurs. */
  public static Series counts(String title, Mark mark, Distribution distribution) {
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    distribution
        .counts()
        .forEach(
            (value, count) -> {
              x.add(value.doubleValue());
              y.add(count.doubleValue());
            });
    return new Series(title, mark, x, y);
  }
}
