package dev.clade.valuation.game.regression;

import dev.clade.valuation.game.linear.SymmetricInverse;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * A family of curves over coalition sizes that least squares fits along with the values. Since it
 * depends on a coalition by its size only, the fit of any column is a function of the column's
 * means by size: entry (k, l) of the matrix is what the mean at size l adds to the curve at size k.
 */
final class SizeCurve {
  private final double[][] fromMeans;
  private final int dimension;

  private SizeCurve(double[][] fromMeans, int dimension) {
    this.fromMeans = fromMeans;
    this.dimension = dimension;
  }

  /** Returns the family of no curve but 0. */
  static SizeCurve none(int playerCount) {
    return new SizeCurve(new double[playerCount][playerCount], 0);
  }

  /** Returns the family of one free intercept for each size in a sample. */
  static SizeCurve free(Sample sample) {
    int n = sample.playerCount();
    double[][] identity = new double[n][n];
    int sizes = 0;
    for (int size = 1; size < n; size++) {
      if (sample.count(size) > 0) {
        identity[size][size] = 1;
        sizes++;
      }
    }
    return new SizeCurve(identity, sizes);
  }

  /** Returns the family of polynomials in the size up to a degree. */
  static SizeCurve polynomial(Sample sample, int degree) {
    int n = sample.playerCount();
    RealMatrix powers = MatrixUtils.createRealMatrix(n, degree + 1);
    RealMatrix weighted = MatrixUtils.createRealMatrix(n, degree + 1);
    for (int size = 1; size < n; size++) {
      for (int power = 0; power <= degree; power++) {
        double value = Math.pow(2.0 * size / n - 1, power);
        powers.setEntry(size, power, value);
        weighted.setEntry(
            size, power, sample.count(size) > 0 ? value * sample.sizeWeight(size) : 0);
      }
    }
    SymmetricInverse inverse = new SymmetricInverse(weighted.transposeMultiply(powers), n);
    return new SizeCurve(
        powers.multiply(inverse.matrix()).multiplyTransposed(weighted).getData(), inverse.rank());
  }

  /** Returns how many numbers determine a curve of the family. */
  int dimension() {
    return dimension;
  }

  /** Returns what the mean at one size adds to the curve at another. */
  double fromMean(int size, int meanOf) {
    return fromMeans[size][meanOf];
  }

  /** Returns the curves through columns, by size, from their means by size. */
  double[][] through(double[][] means) {
    double[][] curves = new double[means.length][means[0].length];
    for (int size = 1; size < means.length; size++) {
      for (int meanOf = 1; meanOf < means.length; meanOf++) {
        for (int column = 0;
            fromMeans[size][meanOf] != 0 && column < curves[size].length;
            column++) {
          curves[size][column] += fromMeans[size][meanOf] * means[meanOf][column];
        }
      }
    }
    return curves;
  }
}
