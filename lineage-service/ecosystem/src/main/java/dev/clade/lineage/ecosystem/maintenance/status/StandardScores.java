package dev.clade.lineage.ecosystem.maintenance.status;

/** Brings columns of numbers to one scale. */
final class StandardScores {
  private StandardScores() {}

  /**
   * Returns each value less its column's mean, over its column's standard deviation (divisor n);
   * all 0 in a column whose values are equal.
   *
   * @param rows as long as each other; not changed
   */
  static double[][] of(double[][] rows) {
    int columns = rows[0].length;
    double[][] scores = new double[rows.length][columns];
    for (int j = 0; j < columns; j++) {
      double sum = 0;
      for (double[] row : rows) {
        sum += row[j];
      }
      double mean = sum / rows.length;
      double squares = 0;
      for (double[] row : rows) {
        squares += (row[j] - mean) * (row[j] - mean);
      }
      double deviation = Math.sqrt(squares / rows.length);
      for (int i = 0; i < rows.length; i++) {
        scores[i][j] = deviation == 0 ? 0 : (rows[i][j] - mean) / deviation;
      }
    }
    return scores;
  }
}
