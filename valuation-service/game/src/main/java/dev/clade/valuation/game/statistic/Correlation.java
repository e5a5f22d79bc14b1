package dev.clade.valuation.game.statistic;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.hipparchus.stat.correlation.SpearmansCorrelation;

/** Correlations of two equally long lists; NaN of fewer than 2 pairs or where one does not vary. */
public final class Correlation {
  private Correlation() {}

  /** Returns Pearson's correlation, -1 to 1. */
  public static double pearson(double[] first, double[] second) {
    return requireEqual(first, second) < 2
        ? Double.NaN
        : new PearsonsCorrelation().correlation(first, second);
  }

  /** Returns Spearman's correlation with average ranks, -1 to 1. */
  public static double spearman(double[] first, double[] second) {
    return requireEqual(first, second) < 2
        ? Double.NaN
        : new SpearmansCorrelation().correlation(first, second);
  }

  /**
   * Returns Spearman's correlations between each two of several lists, such as the figures of one
   * seed each: 1 with 2, 1 with 3, ..., 2 with 3, ...; none of fewer than two lists.
   */
  public static double[] spearmanOfPairs(List<double[]> lists) {
    List<Double> all = new ArrayList<>();
    for (int i = 0; i < lists.size(); i++) {
      for (int j = i + 1; j < lists.size(); j++) {
        all.add(spearman(lists.get(i), lists.get(j)));
      }
    }
    return all.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static int requireEqual(double[] first, double[] second) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(
          "%d numbers cannot be paired with %d".formatted(first.length, second.length));
    }
    return first.length;
  }
}
