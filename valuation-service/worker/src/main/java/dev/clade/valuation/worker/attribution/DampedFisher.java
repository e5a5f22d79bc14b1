package dev.clade.valuation.worker.attribution;

import dev.clade.valuation.worker.tensor.ComputeDevice;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.DecompositionSolver;

/**
 * The matrix {@code G'G / draws + lambda I} of few gradients of many weights, solved through the
 * inner products of the gradients: {@code (G'G / m + lambda I)^-1 v = (v - G' (m lambda I + GG')^-1
 * G v) / lambda}, the Woodbury identity.
 */
final class DampedFisher {
  private final float[][] gradients;
  private final double lambda;
  private final DecompositionSolver products;

  /**
   * Prepares the matrix in O(draws² * weights + draws³).
   *
   * @param gradients draws by weights
   * @param damping lambda as a share of the mean eigenvalue other than 0; positive
   */
  DampedFisher(float[][] gradients, double damping, ComputeDevice device) {
    this.gradients = gradients;
    int draws = gradients.length;
    Array2DRowRealMatrix inner = new Array2DRowRealMatrix(innerProducts(gradients, device), false);
    // Where no draw has a gradient, any positive number does.
    double added = Math.max(damping * inner.getTrace() / draws, Double.MIN_NORMAL);
    this.lambda = added / draws;
    for (int i = 0; i < draws; i++) {
      inner.addToEntry(i, i, added);
    }
    this.products = new CholeskyDecomposition(inner, Double.POSITIVE_INFINITY, 0).getSolver();
  }

  /** Multiplies a vector by the inverse. */
  double[] solve(double[] vector) {
    double[] products = new double[gradients.length];
    for (int draw = 0; draw < products.length; draw++) {
      for (int i = 0; i < vector.length; i++) {
        products[draw] += gradients[draw][i] * vector[i];
      }
    }
    double[] shares = this.products.solve(new ArrayRealVector(products, false)).toArray();
    double[] solution = vector.clone();
    for (int draw = 0; draw < shares.length; draw++) {
      for (int i = 0; i < solution.length; i++) {
        solution[i] -= shares[draw] * gradients[draw][i];
      }
    }
    for (int i = 0; i < solution.length; i++) {
      solution[i] /= lambda;
    }
    return solution;
  }

  private static double[][] innerProducts(float[][] gradients, ComputeDevice device) {
    int draws = gradients.length;
    int weights = gradients[0].length;
    float[] flat = new float[Math.multiplyExact(draws, weights)];
    for (int draw = 0; draw < draws; draw++) {
      System.arraycopy(gradients[draw], 0, flat, draw * weights, weights);
    }
    try (PointerScope scope = new PointerScope()) {
      Tensor rows = device.ship(flat, draws, weights);
      float[] products = ComputeDevice.fetch(rows.mm(rows.t()));
      double[][] matrix = new double[draws][draws];
      for (int i = 0; i < products.length; i++) {
        matrix[i / draws][i % draws] = products[i];
      }
      return matrix;
    }
  }
}
