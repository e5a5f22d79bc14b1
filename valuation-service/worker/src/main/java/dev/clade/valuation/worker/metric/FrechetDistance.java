package dev.clade.valuation.worker.metric;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;

/**
 * The squared Fréchet (2-Wasserstein) distance of two normal distributions, {@code |m1 - m2|² +
 * tr(C1 + C2 - 2 (C1^½ C2 C1^½)^½)}; on features of images it is the Fréchet inception distance.
 *
 * <p>Source: Dowson, Landau, "The Fréchet distance between multivariate normal distributions",
 * Journal of Multivariate Analysis 12 (1982). Estimated from samples it is biased upwards by about
 * a constant over their number, so compare only samples of one size, or extrapolate.
 */
public final class FrechetDistance {
  private final GaussianSummary reference;
  private final RealMatrix referenceRoot;

  /** Prepares distances to a distribution. */
  public FrechetDistance(GaussianSummary reference) {
    this.reference = reference;
    this.referenceRoot = root(new Array2DRowRealMatrix(reference.covariance(), false));
  }

  /** Returns the distance to another distribution, at least 0, in O(dimensions³). */
  public double to(GaussianSummary other) {
    double distance = 0;
    double[][] covariance = other.covariance();
    for (int i = 0; i < covariance.length; i++) {
      double shift = reference.mean()[i] - other.mean()[i];
      distance += shift * shift + reference.covariance()[i][i] + covariance[i][i];
    }
    RealMatrix product =
        referenceRoot.multiply(new Array2DRowRealMatrix(covariance, false)).multiply(referenceRoot);
    for (double eigenvalue : decompose(product).getEigenvalues()) {
      distance -= 2 * clampedRoot(eigenvalue);
    }
    // Equal distributions may come out a rounding error below 0.
    return Math.max(0, distance);
  }

  /**
   * Returns the distance to the distribution that points come from, extrapolated to endlessly many:
   * the bias falls with one over the number of points, so the distances to all of them and to each
   * half (averaged) lie on a line over that, whose intercept it is. It varies more than the
   * distance to all points and may be negative.
   *
   * <p>Source: Chong, Forsyth, "Effectively unbiased FID and Inception Score and where to find
   * them", CVPR 2020, with two sizes.
   *
   * @param points points by dimensions, at least four, in random order
   */
  double extrapolatedTo(double[][] points) {
    int half = points.length / 2;
    double halves =
        (to(GaussianSummary.of(Arrays.copyOfRange(points, 0, half)))
                + to(GaussianSummary.of(Arrays.copyOfRange(points, half, 2 * half))))
            / 2;
    double all = to(GaussianSummary.of(points));
    return (points.length * all - half * halves) / (points.length - half);
  }

  private static RealMatrix root(RealMatrix covariance) {
    EigenDecompositionSymmetric parts = decompose(covariance);
    RealMatrix scaled = parts.getV().copy();
    double[] eigenvalues = parts.getEigenvalues();
    for (int column = 0; column < eigenvalues.length; column++) {
      double factor = clampedRoot(eigenvalues[column]);
      for (int row = 0; row < eigenvalues.length; row++) {
        scaled.multiplyEntry(row, column, factor);
      }
    }
    return scaled.multiply(parts.getVT());
  }

  /** Decomposes a matrix that is symmetric but for rounding. */
  private static EigenDecompositionSymmetric decompose(RealMatrix matrix) {
    return new EigenDecompositionSymmetric(matrix.add(matrix.transpose()).scalarMultiply(0.5));
  }

  /** Covariances have no negative eigenvalues; rounding may make a zero one so. */
  private static double clampedRoot(double eigenvalue) {
    return Math.sqrt(Math.max(0, eigenvalue));
  }
}
