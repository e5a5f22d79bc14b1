package dev.clade.lineage.ecosystem.rank;

import java.util.Arrays;
import java.util.List;

/**
 * The rank correlations of several columns with one another.
 *
 * @param rows a row a column, symmetric. Each pair of columns is correlated over the rows that have
 *     both, as pandas does, and says how many these are
 */
public record SpearmanMatrix(List<List<Spearman>> rows) {
  /** Keeps unchangeable copies. */
  public SpearmanMatrix {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /**
   * Correlates columns, in O(c²·n log n).
   *
   * @param columns of one length; NaN where a value is missing
   */
  public static SpearmanMatrix of(List<double[]> columns) {
    Spearman[][] rows = new Spearman[columns.size()][columns.size()];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j <= i; j++) {
        rows[i][j] = correlate(columns.get(i), columns.get(j));
        rows[j][i] = rows[i][j];
      }
    }
    return new SpearmanMatrix(Arrays.stream(rows).map(Arrays::asList).toList());
  }

  /** Returns the correlation of two columns, each from 0. */
  public Spearman at(int first, int second) {
    return rows.get(first).get(second);
  }

  private static Spearman correlate(double[] first, double[] second) {
    double[] x = new double[first.length];
    double[] y = new double[first.length];
    int count = 0;
    for (int i = 0; i < first.length; i++) {
      if (!Double.isNaN(first[i]) && !Double.isNaN(second[i])) {
        x[count] = first[i];
        y[count++] = second[i];
      }
    }
    return Spearman.of(Arrays.copyOf(x, count), Arrays.copyOf(y, count));
  }
}
