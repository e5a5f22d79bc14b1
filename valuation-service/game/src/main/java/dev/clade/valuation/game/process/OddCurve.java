package dev.clade.valuation.game.process;

import dev.clade.valuation.game.Coalition;
import java.util.List;

/**
 * The odd cubics in a coalition's size about n/2: what a game owes to the number of players alone,
 * as far as it is smooth. An orthonormal basis of them over a sample is projected away.
 */
final class OddCurve {
  private static final double ROUNDING = 1e-9;

  private final double[][] basis;

  OddCurve(List<Coalition> sample) {
    double[][] powers = new double[2][sample.size()];
    for (int i = 0; i < sample.size(); i++) {
      Coalition coalition = sample.get(i);
      double t = 2.0 * coalition.size() / coalition.playerCount() - 1;
      powers[0][i] = t;
      powers[1][i] = t * t * t;
    }
    double scale = norm(powers[0]);
    boolean line = normalize(powers[0], scale);
    if (line) {
      subtract(powers[1], powers[0]);
    }
    boolean cubic = normalize(powers[1], scale);
    this.basis =
        line ? (cubic ? powers : new double[][] {powers[0]}) : new double[0][sample.size()];
  }

  /** Returns how many numbers determine a curve on the sample: 2, or less where sizes are few. */
  int dimension() {
    return basis.length;
  }

  /** Takes from a column the curve that fits it best. */
  void remove(double[] column) {
    for (double[] direction : basis) {
      subtract(column, direction);
    }
  }

  /** Takes from each row of a matrix the curve that fits it best. */
  void removeFromRows(double[][] matrix) {
    for (double[] row : matrix) {
      remove(row);
    }
  }

  private static void subtract(double[] column, double[] direction) {
    double product = 0;
    for (int i = 0; i < column.length; i++) {
      product += column[i] * direction[i];
    }
    for (int i = 0; i < column.length; i++) {
      column[i] -= product * direction[i];
    }
  }

  /** Scales a column to length 1, or tells that nothing but rounding is in it. */
  private static boolean normalize(double[] column, double scale) {
    double norm = norm(column);
    if (norm <= ROUNDING * scale) {
      return false;
    }
    for (int i = 0; i < column.length; i++) {
      column[i] /= norm;
    }
    return true;
  }

  private static double norm(double[] column) {
    double squares = 0;
    for (double value : column) {
      squares += value * value;
    }
    return Math.sqrt(squares);
  }
}
