package dev.clade.lineage.ecosystem.rank;

/**
 * Spearman's rank correlation: Pearson's of the mid-ranks.
 *
 * @param rho −1 to 1; NaN when all values of a side are equal
 * @param pValue by Student's t of n − 2 degrees of freedom, as SciPy's {@code spearmanr}; NaN of
 *     fewer than three pairs, and where rho is
 * @param count how many pairs
 */
public record Spearman(double rho, double pValue, long count) {
  /**
   * Correlates pairs, in O(n log n).
   *
   * @param first no NaN
   * @param second as long, no NaN
   */
  public static Spearman of(double[] first, double[] second) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(
          "%d values cannot be paired with %d".formatted(first.length, second.length));
    }
    return of(MidRanks.of(first), MidRanks.of(second));
  }

  static Spearman of(MidRanks first, MidRanks second) {
    int n = first.count();
    // Mid-ranks always have the mean of 1 to n.
    double mean = (n + 1) / 2.0;
    double products = 0;
    double firstSquares = 0;
    double secondSquares = 0;
    for (int i = 0; i < n; i++) {
      double x = first.rank(i) - mean;
      double y = second.rank(i) - mean;
      products += x * y;
      firstSquares += x * x;
      secondSquares += y * y;
    }
    // Rounding must not make more than 1 of it.
    double quotient = products / Math.sqrt(firstSquares * secondSquares);
    double rho = Math.max(-1, Math.min(1, quotient));
    boolean testable = n > 2 && !Double.isNaN(rho);
    return new Spearman(
        rho, testable ? Probabilities.correlationBothTails(rho, n - 2.0) : Double.NaN, n);
  }
}
