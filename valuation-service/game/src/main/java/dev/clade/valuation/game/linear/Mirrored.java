package dev.clade.valuation.game.linear;

import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;

/** Symmetric matrices whose two halves rounding has made differ. */
public final class Mirrored {
  private Mirrored() {}

  /**
   * Returns the eigenvalues, in decreasing order, and eigenvectors of the lower triangle: O(n^3).
   */
  public static EigenDecompositionSymmetric decompose(RealMatrix matrix) {
    RealMatrix mirrored = matrix.copy();
    for (int row = 0; row < matrix.getRowDimension(); row++) {
      for (int column = 0; column < row; column++) {
        mirrored.setEntry(column, row, matrix.getEntry(row, column));
      }
    }
    return new EigenDecompositionSymmetric(mirrored);
  }
}
