package dev.clade.valuation.worker.evaluation;

import dev.clade.valuation.worker.training.DivergedException;

/**
 * Finds samples that diverged although their numbers are finite: one image far off moves distances
 * more than all data that a run wants to tell apart.
 *
 * <p>An image is far off when the norm of its standardized features is over ten times the root mean
 * square norm of reference images, and also of the images that its model was trained on: whoever
 * contributes strange images gets strange images, in every attempt, and that is to be measured, not
 * repeated.
 */
final class OutlierRule {
  private static final double LARGEST_RATIO = 10;

  private OutlierRule() {}

  /**
   * Checks a sample.
   *
   * @param generated features of generated images, standardized by the reference images
   * @param training features of the training images, likewise, at least one
   * @throws DivergedException when a generated image is far off
   */
  static void check(double[][] generated, double[][] training) {
    double trainingSquares = 0;
    for (double[] image : training) {
      trainingSquares += squaredNorm(image) / training.length;
    }
    // Standardized features of reference images have one unit of variance in each dimension.
    double largest = LARGEST_RATIO * Math.sqrt(Math.max(training[0].length, trainingSquares));
    for (double[] image : generated) {
      double norm = Math.sqrt(squaredNorm(image));
      if (norm > largest) {
        throw new DivergedException(
            "the sample diverged: features of an image have a norm of %.1f; at most %.1f is usual"
                .formatted(norm, largest));
      }
    }
  }

  private static double squaredNorm(double[] features) {
    double squares = 0;
    for (double feature : features) {
      squares += feature * feature;
    }
    return squares;
  }
}
