package dev.clade.valuation.worker.metric;

/**
 * Mean and covariance of points, which is what the Fréchet distance sees of them.
 *
 * @param mean mean by dimension
 * @param covariance unbiased covariance, dimension by dimension, symmetric
 */
public record GaussianSummary(double[] mean, double[][] covariance) {
  /**
   * Summarizes points in O(points * dimensions²).
   *
   * @param points points by dimensions, at least two
   */
  public static GaussianSummary of(double[][] points) {
    int dimensions = points[0].length;
    double[] mean = new double[dimensions];
    for (double[] point : points) {
      for (int i = 0; i < dimensions; i++) {
        mean[i] += point[i] / points.length;
      }
    }
    double[][] covariance = new double[dimensions][dimensions];
    for (double[] point : points) {
      for (int i = 0; i < dimensions; i++) {
        double deviation = point[i] - mean[i];
        for (int j = 0; j <= i; j++) {
          covariance[i][j] += deviation * (point[j] - mean[j]) / (points.length - 1);
        }
      }
    }
    for (int i = 0; i < dimensions; i++) {
      for (int j = 0; j < i; j++) {
        covariance[j][i] = covariance[i][j];
      }
    }
    return new GaussianSummary(mean, covariance);
  }
}
