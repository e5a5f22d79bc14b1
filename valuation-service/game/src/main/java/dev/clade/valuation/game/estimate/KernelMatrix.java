package dev.clade.valuation.game.estimate;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.design.WeightedPair;
import dev.clade.valuation.game.linear.SymmetricInverse;
import java.util.List;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * The matrix A of constrained least squares: the weighted mean of z z' over both halves z of each
 * pair, where z holds 1 for members and 0 for others. Its eigenvalues tell whether every value is
 * determined, and its inverse is taken from them: O(n^3).
 */
final class KernelMatrix {
  private final SymmetricInverse inverse;

  KernelMatrix(int playerCount, List<WeightedPair> pairs) {
    double total = 2 * pairs.stream().mapToDouble(WeightedPair::weight).sum();
    double[][] a = new double[playerCount][playerCount];
    for (WeightedPair pair : pairs) {
      add(pair.coalition(), pair.weight() / total, a);
      add(pair.complement(), pair.weight() / total, a);
    }
    this.inverse = new SymmetricInverse(MatrixUtils.createRealMatrix(a), playerCount);
  }

  /** Returns the number of eigenvalues that are not 0 but for rounding. */
  int rank() {
    return inverse.rank();
  }

  /** Returns the largest eigenvalue over the smallest, for a matrix of full rank. */
  double conditionNumber() {
    return inverse.conditionNumber();
  }

  /** Returns the inverse of a matrix of full rank. */
  RealMatrix inverse() {
    return inverse.matrix();
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
