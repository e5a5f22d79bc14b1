package dev.clade.valuation.worker.attribution;

import java.util.Arrays;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * Scores of training images from gradients, numbers only. An image without any gradient scores 0.
 *
 * <p>A score that averages a product over generated images is a product with their average, so the
 * cost does not grow with training times generated images.
 */
final class GradientScores {
  private final double[][] training;
  private final double[][] generated;

  /**
   * Takes gradients.
   *
   * @param training training images by dimensions
   * @param generated generated images by dimensions
   */
  GradientScores(double[][] training, double[][] generated) {
    this.training = training;
    this.generated = generated;
  }

  /** Returns each training image's cosine, averaged over generated images. */
  double[] similarity() {
    double[] direction = new double[training[0].length];
    for (double[] image : generated) {
      addScaled(direction, image, quotient(1, norm(image)) / generated.length);
    }
    return Arrays.stream(training)
        .mapToDouble(image -> quotient(dot(image, direction), norm(image)))
        .toArray();
  }

  /**
   * Returns scores by the inverse of the training images' second moments, in O(images * dimensions²
   * + dimensions³).
   *
   * @param damping what is added to each eigenvalue, as a share of their mean; positive
   */
  Influence influence(double damping) {
    int dimensions = training[0].length;
    RealMatrix gradients = MatrixUtils.createRealMatrix(training);
    RealMatrix moments = gradients.transposeMultiply(gradients);
    // Where no image has a gradient, any positive number does.
    double added = Math.max(damping * moments.getTrace() / dimensions, Double.MIN_NORMAL);
    for (int i = 0; i < dimensions; i++) {
      moments.addToEntry(i, i, added);
    }
    DecompositionSolver inverse =
        new CholeskyDecomposition(moments, Double.POSITIVE_INFINITY, 0).getSolver();
    double[] average = new double[dimensions];
    for (double[] image : generated) {
      addScaled(average, image, 1.0 / generated.length);
    }
    double[][] moved = inverse.solve(gradients.transpose()).transpose().getData();
    double[] scores = Arrays.stream(moved).mapToDouble(image -> dot(image, average)).toArray();
    return new Influence(scores, dividedByNorms(scores, moved), dividedByNorms(scores, training));
  }

  private static double[] dividedByNorms(double[] scores, double[][] vectors) {
    double[] divided = new double[scores.length];
    Arrays.setAll(divided, i -> quotient(scores[i], norm(vectors[i])));
    return divided;
  }

  private static double quotient(double value, double norm) {
    return norm == 0 ? 0 : value / norm;
  }

  private static double norm(double[] vector) {
    return Math.sqrt(dot(vector, vector));
  }

  private static double dot(double[] first, double[] second) {
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += first[i] * second[i];
    }
    return sum;
  }

  private static void addScaled(double[] sum, double[] vector, double factor) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * vector[i];
    }
  }

  /**
   * Scores by image.
   *
   * @param plain as TRAK has them
   * @param relative divided by how far the image moves the weights
   * @param renormalized divided by the image's gradient
   */
  record Influence(double[] plain, double[] relative, double[] renormalized) {}
}
