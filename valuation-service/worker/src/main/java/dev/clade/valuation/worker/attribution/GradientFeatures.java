package dev.clade.valuation.worker.attribution;

import dev.clade.valuation.worker.diffusion.LossKind;
import dev.clade.valuation.worker.diffusion.TrainingImages;

/** Projected gradients of many images, taken in batches of at most 16 million numbers. */
final class GradientFeatures {
  private static final int LARGEST_BATCH = 1 << 24;

  private final ImageGradients gradients;
  private final int[] times;
  private final RandomProjection projection;
  private final Countdown countdown;

  /**
   * Prepares features.
   *
   * @param times times of the diffusion that a gradient is averaged over
   * @param countdown told of every image
   */
  GradientFeatures(
      ImageGradients gradients, int[] times, RandomProjection projection, Countdown countdown) {
    this.gradients = gradients;
    this.times = times;
    this.projection = projection;
    this.countdown = countdown;
  }

  /** Returns features, images by dimensions. */
  double[][] of(TrainingImages images, LossKind kind) {
    double[][] features = new double[images.count()][];
    int weights = gradients.weights();
    int batch = Math.max(1, LARGEST_BATCH / weights);
    for (int first = 0; first < features.length; first += batch) {
      int count = Math.min(batch, features.length - first);
      float[] whole = new float[Math.multiplyExact(count, weights)];
      for (int i = 0; i < count; i++) {
        float[] gradient = gradients.of(images, first + i, times, kind);
        System.arraycopy(gradient, 0, whole, i * weights, weights);
        countdown.next();
      }
      System.arraycopy(projection.project(whole, count), 0, features, first, count);
    }
    return features;
  }
}
