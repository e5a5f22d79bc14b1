package dev.clade.valuation.game.linear;

import java.util.Arrays;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * The pseudo-inverse (Moore 1920, Penrose 1955) of a symmetric matrix without negative eigenvalues,
 * taken from its eigenvalues: O(n^3).
 */
public final class SymmetricInverse {
  private static final double PRECISION = Math.ulp(1.0);

  private final double[] eigenvalues;
  private final double threshold;
  private final RealMatrix inverse;

  /**
   * Decomposes a matrix.
   *
   * @param matrix symmetric; only its lower triangle is read
   * @param terms how many terms were summed for an entry: an eigenvalue below the largest by more
   *     than the rounding of so many counts as 0
   */
  public SymmetricInverse(RealMatrix matrix, int terms) {
    SymmetricSpectrum spectrum = SymmetricSpectrum.of(matrix);
    this.eigenvalues = spectrum.eigenvalues();
    this.threshold = Arrays.stream(eigenvalues).max().orElse(0) * terms * PRECISION;
    double[] reciprocals =
        Arrays.stream(eigenvalues).map(value -> value > threshold ? 1 / value : 0).toArray();
    this.inverse =
        spectrum
            .vectors()
            .multiply(MatrixUtils.createRealDiagonalMatrix(reciprocals))
            .multiply(spectrum.vectors().transpose());
  }

  /** Returns the number of eigenvalues that are not 0 but for rounding. */
  public int rank() {
    return (int) Arrays.stream(eigenvalues).filter(value -> value > threshold).count();
  }

  /** Returns the largest eigenvalue over the smallest that is not 0; 0 for a matrix of zeros. */
  public double conditionNumber() {
    return Arrays.stream(eigenvalues).max().orElse(0)
        / Arrays.stream(eigenvalues).filter(value -> value > threshold).min().orElse(1);
  }

  /** Returns the pseudo-inverse. */
  public RealMatrix matrix() {
    return inverse;
  }
}
