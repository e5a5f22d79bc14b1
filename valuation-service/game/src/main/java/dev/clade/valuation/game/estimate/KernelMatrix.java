package dev.clade.valuation.game.estimate;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.design.WeightedPair;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * The matrix A of constrained least squares: the weighted mean of z z' over both halves z of each
 * pair, where z holds 1 for members and 0 for others. Its eigenvalues tell whether every value is
 * determined, and its inverse is taken from them: O(n^3).
 */
final class KernelMatrix {
  private static final double PRECISION = Math.ulp(1.0);

  private final double[] eigenvalues;
  private final EigenDecompositionSymmetric decomposition;

  KernelMatrix(int playerCount, List<WeightedPair> pairs) {
    double total = 2 * pairs.stream().mapToDouble(WeightedPair::weight).sum();
    double[][] a = new double[playerCount][playerCount];
    for (WeightedPair pair : pairs) {
      add(pair.coalition(), pair.weight() / total, a);
      add(pair.complement(), pair.weight() / total, a);
    }
    this.decomposition = new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(a));
    this.eigenvalues = decomposition.getEigenvalues();
  }

  /** Returns the number of eigenvalues that are not 0 but for rounding. */
  int rank() {
    double largest = Arrays.stream(eigenvalues).max().orElse(0);
    return (int)
        Arrays.stream(eigenvalues)
            .filter(value -> value > largest * eigenvalues.length * PRECISION)
            .count();
  }

  /** Returns the largest eigenvalue over the smallest, for a matrix of full rank. */
  double conditionNumber() {
    return Arrays.stream(eigenvalues).max().orElseThrow()
        / Arrays.stream(eigenvalues).min().orElseThrow();
  }

  /** Returns the inverse of a matrix of full rank. */
  RealMatrix inverse() {
    double[] reciprocals = Arrays.stream(eigenvalues).map(value -> 1 / value).toArray();
    return decomposition
        .getV()
        .multiply(MatrixUtils.createRealDiagonalMatrix(reciprocals))
        .multiply(decomposition.getVT());
  }

  private static void add(Coalition coalition, double weight, double[][] a) {
    int[] members = coalition.players().toArray();
    for (int row : members) {
      for (int column : members) {
        a[row][column] += weight;
      }
    }
  }
}
