package dev.clade.valuation.game.estimate;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.design.WeightedUnit;
import dev.clade.valuation.game.linear.SymmetricInverse;
import java.util.List;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * The matrix A of constrained least squares: the weighted mean of z z' over the coalitions z of all
 * units, where z holds 1 for members and 0 for others. Its eigenvalues tell whether every value is
 * determined, and its inverse is taken from them: O(n^3).
 */
final class KernelMatrix {
  private final SymmetricInverse inverse;

  KernelMatrix(int playerCount, List<WeightedUnit> units) {
    double total = totalWeight(units);
    double[][] a = new double[playerCount][playerCount];
    for (WeightedUnit unit : units) {
      for (Coalition coalition : unit.coalitions()) {
        add(coalition, unit.weight() / total, a);
      }
    }
    this.inverse = new SymmetricInverse(MatrixUtils.createRealMatrix(a), playerCount);
  }

  /** Returns the weight of all coalitions together. */
  static double totalWeight(List<WeightedUnit> units) {
    return units.stream().mapToDouble(unit -> unit.coalitions().size() * unit.weight()).sum();
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
