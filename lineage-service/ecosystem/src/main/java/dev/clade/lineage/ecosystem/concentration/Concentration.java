package dev.clade.lineage.ecosystem.concentration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How unequally some values are shared out.
 *
 * @param count how many values there are, zeros included
 * @param gini see {@link Gini}
 * @param herfindahl the index of Herfindahl and Hirschman, the sum of the squared shares: 1/n when
 *     all have equally much, 1 when one has everything, 0 when there is nothing to share
 * @param topShares what the top has, in the order asked for
 * @param lorenz the Lorenz curve from (0, 0) to (1, 1), ascending; of nothing to share, the line of
 *     equality between its ends
 */
public record Concentration(
    long count,
    double gini,
    double herfindahl,
    List<TopShare> topShares,
    List<LorenzPoint> lorenz) {
  /** The portions that the first study tells: the top .01, .1, 1, 10 and 20 percent. */
  public static final List<Double> PORTIONS = List.of(0.0001, 0.001, 0.01, 0.1, 0.2);

  private static final int INTERVALS = 100;

  /** Keeps unchangeable copies. */
  public Concentration {
    topShares = List.copyOf(topShares);
    lorenz = List.copyOf(lorenz);
  }

  /**
   * Returns the concentration of some values with the shares of {@link #PORTIONS} and the Lorenz
   * curve at each hundredth of the values, in O(n log n).
   *
   * @param values at least 0 each, zeros included; not changed
   * @throws IllegalArgumentException when a value is negative
   */
  public static Concentration of(long[] values) {
    long[] ranked = values.clone();
    Arrays.sort(ranked);
    return new Concentration(
        ranked.length,
        Gini.ofSorted(ranked),
        herfindahl(ranked),
        PORTIONS.stream().map(portion -> TopShare.of(ranked, portion)).toList(),
        lorenz(ranked));
  }

  private static double herfindahl(long[] values) {
    double total = 0;
    double squares = 0;
    for (long value : values) {
      total += value;
      squares += (double) value * value;
    }
    return total == 0 ? 0 : squares / total / total;
  }

  private static List<LorenzPoint> lorenz(long[] ranked) {
    double total = Arrays.stream(ranked).asDoubleStream().sum();
    if (total == 0) {
      return List.of(new LorenzPoint(0, 0), new LorenzPoint(1, 1));
    }
    double[] cumulated = new double[ranked.length + 1];
    for (int i = 0; i < ranked.length; i++) {
      cumulated[i + 1] = cumulated[i] + ranked[i];
    }
    List<LorenzPoint> points = new ArrayList<>();
    int previous = -1;
    for (int step = 0; step <= INTERVALS; step++) {
      int count = (int) ((long) step * ranked.length / INTERVALS);
      if (count > previous) {
        points.add(new LorenzPoint(count / (double) ranked.length, cumulated[count] / total));
        previous = count;
      }
    }
    return points;
  }
}
