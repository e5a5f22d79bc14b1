package dev.clade.embedding.evaluation.baseline;

import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.vector.VectorTable;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;

/**
 * Raw features of all views side by side, brought to 128 dimensions by a truncated singular value
 * decomposition: randomised, with two rounds of power iteration (Halko, Martinsson and Tropp 2011).
 * Rows are brought to unit length afterwards.
 */
public final class RawConcatenation {
  private static final int POWER_ROUNDS = 2;
  private static final double SPANNED = 1e-9;

  private RawConcatenation() {}

  /** Returns the vectors of a table from some of its views. */
  public static VectorTable of(FeatureTable table, Set<View> views, int width, long seed) {
    SparseMatrix matrix = SparseMatrix.of(table, views);
    int columns = Math.max(1, matrix.columns());
    float[] basis = new float[columns * width];
    Random random = new Random(seed);
    for (int i = 0; i < basis.length; i++) {
      basis[i] = (float) random.nextGaussian();
    }
    // Vectors span the matrix's largest directions ever better; cosines depend on the span alone.
    orthonormalise(basis, columns, width);
    for (int round = 0; round < POWER_ROUNDS; round++) {
      basis = transposedTimes(matrix, times(matrix, basis, width), columns, width);
      orthonormalise(basis, columns, width);
    }
    return VectorTable.normalised(width, times(matrix, basis, width));
  }

  private static float[] times(SparseMatrix matrix, float[] basis, int width) {
    float[] product = new float[matrix.rows() * width];
    for (int row = 0; row < matrix.rows(); row++) {
      for (int i = matrix.offsets()[row]; i < matrix.offsets()[row + 1]; i++) {
        int from = matrix.indices()[i] * width;
        float value = matrix.values()[i];
        for (int d = 0; d < width; d++) {
          product[row * width + d] += value * basis[from + d];
        }
      }
    }
    return product;
  }

  private static float[] transposedTimes(
      SparseMatrix matrix, float[] rows, int columns, int width) {
    float[] product = new float[columns * width];
    for (int row = 0; row < matrix.rows(); row++) {
      for (int i = matrix.offsets()[row]; i < matrix.offsets()[row + 1]; i++) {
        int to = matrix.indices()[i] * width;
        float value = matrix.values()[i];
        for (int d = 0; d < width; d++) {
          product[to + d] += value * rows[row * width + d];
        }
      }
    }
    return product;
  }

  /**
   * Makes the columns of the basis orthonormal by the eigenvectors of their products. A direction
   * that the others span already, as in a matrix of low rank, becomes zero.
   */
  private static void orthonormalise(float[] basis, int columns, int width) {
    double[][] products = new double[width][width];
    for (int c = 0; c < columns; c++) {
      for (int d = 0; d < width; d++) {
        double value = basis[c * width + d];
        for (int e = 0; value != 0 && e <= d; e++) {
          products[d][e] += value * basis[c * width + e];
        }
      }
    }
    for (int d = 0; d < width; d++) {
      for (int e = 0; e < d; e++) {
        products[e][d] = products[d][e];
      }
    }
    EigenDecompositionSymmetric eigen =
        new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(products));
    double largest = eigen.getEigenvalue(0);
    double[][] vectors = eigen.getV().getData();
    double[][] turn = new double[width][width];
    for (int e = 0; e < width; e++) {
      double value = eigen.getEigenvalue(e);
      double scale = value > largest * SPANNED ? 1 / Math.sqrt(value) : 0;
      for (int d = 0; d < width; d++) {
        turn[d][e] = vectors[d][e] * scale;
      }
    }
    double[] row = new double[width];
    for (int c = 0; c < columns; c++) {
      Arrays.fill(row, 0);
      for (int d = 0; d < width; d++) {
        double value = basis[c * width + d];
        for (int e = 0; value != 0 && e < width; e++) {
          row[e] += value * turn[d][e];
        }
      }
      for (int e = 0; e < width; e++) {
        basis[c * width + e] = (float) row[e];
      }
    }
  }
}
