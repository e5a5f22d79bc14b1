package dev.clade.valuation.worker.reference;

import java.util.Arrays;

/**
 * Standardizes features by mean and standard deviation of the reference images, so that each weighs
 * alike in a distance.
 */
final class FeatureScale {
  /** A feature that hardly varies says nothing; its deviation is not blown up. */
  private static final double LEAST_DEVIATION = 1e-3;

  private final double[] mean;
  private final double[] deviation;

  private FeatureScale(double[] mean, double[] deviation) {
    this.mean = mean;
    this.deviation = deviation;
  }

  static FeatureScale of(double[][] points) {
    int dimensions = points[0].length;
    double[] mean = new double[dimensions];
    double[] deviation = new double[dimensions];
    for (int i = 0; i < dimensions; i++) {
      int feature = i;
      mean[i] = Arrays.stream(points).mapToDouble(point -> point[feature]).average().orElseThrow();
      double squares =
          Arrays.stream(points)
              .mapToDouble(
                  point -> (point[feature] - mean[feature]) * (point[feature] - mean[feature]))
              .sum();
      deviation[i] = Math.max(LEAST_DEVIATION, Math.sqrt(squares / (points.length - 1)));
    }
    return new FeatureScale(mean, deviation);
  }

  double[][] standardize(double[][] points) {
    double[][] standardized = new double[points.length][mean.length];
    for (int row = 0; row < points.length; row++) {
      for (int i = 0; i < mean.length; i++) {
        standardized[row][i] = (points[row][i] - mean[i]) / deviation[i];
      }
    }
    return standardized;
  }
}
