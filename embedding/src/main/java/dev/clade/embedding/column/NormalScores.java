package dev.clade.embedding.column;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Turns values of columns into normal scores: the standard normal quantile of the share of values
 * below, values that are equal counted half.
 *
 * @param quantiles for each column values at equal steps of rank, ascending; empty where none was
 *     known
 */
public record NormalScores(double[][] quantiles) {
  /** How many quantiles are kept of a column at most. */
  public static final int MOST_QUANTILES = 1001;

  private static final NormalDistribution NORMAL = new NormalDistribution();

  /**
   * Learns the quantiles of columns, in O(n log n).
   *
   * @param rows values, NaN where unknown
   */
  public static NormalScores of(List<double[]> rows, int columns) {
    double[][] quantiles = new double[columns][];
    for (int c = 0; c < columns; c++) {
      int column = c;
      double[] known =
          rows.stream()
              .mapToDouble(row -> row[column])
              .filter(value -> !Double.isNaN(value))
              .sorted()
              .toArray();
      quantiles[c] = known.length <= MOST_QUANTILES ? known : thinned(known);
    }
    return new NormalScores(quantiles);
  }

  /** Returns the number of columns. */
  public int columns() {
    return quantiles.length;
  }

  /**
   * Writes the score of each column, followed by 1 if it is known and 0 if not; what is not known
   * has the score 0.
   *
   * @param values of a row, NaN where unknown
   * @param target where to write, from a place on
   */
  public void write(double[] values, float[] target, int from) {
    for (int c = 0; c < quantiles.length; c++) {
      boolean known = !Double.isNaN(values[c]);
      target[from + 2 * c] = known ? (float) score(quantiles[c], values[c]) : 0;
      target[from + 2 * c + 1] = known ? 1 : 0;
    }
  }

  private static double score(double[] sorted, double value) {
    if (sorted.length == 0) {
      return 0;
    }
    int below = lowerBound(sorted, value);
    int upTo = below;
    while (upTo < sorted.length && sorted[upTo] == value) {
      upTo++;
    }
    // The rank's middle, so that many equal values, such as zeros, stand in their own middle.
    double rank = (below + upTo) / 2.0;
    if (below == upTo && below > 0 && below < sorted.length) {
      double gap = sorted[below] - sorted[below - 1];
      rank = below - 0.5 + (value - sorted[below - 1]) / gap;
    }
    double least = 0.5 / sorted.length;
    return NORMAL.inverseCumulativeProbability(Math.clamp(rank / sorted.length, least, 1 - least));
  }

  private static int lowerBound(double[] sorted, double value) {
    int place = Arrays.binarySearch(sorted, value);
    if (place < 0) {
      return -place - 1;
    }
    while (place > 0 && sorted[place - 1] == value) {
      place--;
    }
    return place;
  }

  private static double[] thinned(double[] sorted) {
    double[] kept = new double[MOST_QUANTILES];
    for (int i = 0; i < MOST_QUANTILES; i++) {
      kept[i] = sorted[(int) ((long) i * (sorted.length - 1) / (MOST_QUANTILES - 1))];
    }
    return kept;
  }
}
