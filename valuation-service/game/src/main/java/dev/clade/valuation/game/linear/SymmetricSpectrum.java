package dev.clade.valuation.game.linear;

import java.util.Arrays;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix.
 *
 * @param eigenvalues in decreasing order
 * @param vectors one a column, in that order
 */
@SuppressWarnings("ArrayRecordComponent") // Numbers to compute with, never compared.
public record SymmetricSpectrum(double[] eigenvalues, RealMatrix vectors) {

  /**
   * Decomposes a matrix without eigenvalues far below 0, in O(n^3).
   *
   * <p>The library's iteration asks of each step to be small beside the eigenvalues near it, and
   * does not end where many are 0 but for rounding. So all are raised by the largest entry of the
   * diagonal first, which costs no more than the rounding of the largest.
   *
   * @param matrix symmetric; only its lower triangle is read, for rounding makes the halves differ
   */
  public static SymmetricSpectrum of(RealMatrix matrix) {
    int size = matrix.getRowDimension();
    double raise = 0;
    for (int row = 0; row < size; row++) {
      raise = Math.max(raise, Math.abs(matrix.getEntry(row, row)));
    }
    RealMatrix raised = matrix.copy();
    for (int row = 0; row < size; row++) {
      raised.addToEntry(row, row, raise);
      for (int column = 0; column < row; column++) {
        raised.setEntry(column, row, matrix.getEntry(row, column));
      }
    }
    EigenDecompositionSymmetric decomposition = new EigenDecompositionSymmetric(raised);
    double lowered = raise;
    return new SymmetricSpectrum(
        Arrays.stream(decomposition.getEigenvalues()).map(each -> each - lowered).toArray(),
        decomposition.getV());
  }
}
