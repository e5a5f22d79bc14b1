package dev.clade.valuation.worker.metric;

/** The features of reference images, prepared to measure samples of generated ones against. */
public final class ReferenceSample {
  private final FrechetDistance frechet;
  private final PointCloud points;

  /**
   * Prepares reference features.
   *
   * @param features images by features
   * @throws IllegalArgumentException when there are fewer than 20 images
   */
  public ReferenceSample(double[][] features) {
    requirePoints("reference", features);
    this.frechet = new FrechetDistance(GaussianSummary.of(features));
    this.points = PointCloud.of(features);
  }

  /**
   * Measures generated images in O(images * dimensions² + min(images, 2,048)² * dimensions).
   *
   * @param features images by features
   * @param probabilities images by labels; rows sum to 1
   * @throws IllegalArgumentException when there are fewer than 20 images
   */
  public SampleMeasurement measure(double[][] features, double[][] probabilities) {
    requirePoints("generated", features);
    PointCloud generated = PointCloud.of(features);
    double[][] across = generated.to(points);
    return new SampleMeasurement(
        frechet.to(GaussianSummary.of(features)),
        frechet.extrapolatedTo(features),
        KernelDistance.between(generated, points, across),
        Neighbourhoods.of(generated, points, across),
        LabelDistribution.of(probabilities));
  }

  private static void requirePoints(String field, double[][] features) {
    if (features.length < KernelDistance.LEAST_POINTS) {
      throw new IllegalArgumentException(
          "%s: at least %,d images are needed; there are %,d"
              .formatted(field, KernelDistance.LEAST_POINTS, features.length));
    }
  }
}
