package dev.clade.valuation.worker.attribution;

import dev.clade.valuation.worker.diffusion.DiffusionModel;
import dev.clade.valuation.worker.diffusion.LossKind;
import dev.clade.valuation.worker.diffusion.ModelOptions;
import dev.clade.valuation.worker.diffusion.TrainedWeights;
import dev.clade.valuation.worker.diffusion.TrainingImages;
import dev.clade.valuation.worker.random.Purpose;
import dev.clade.valuation.worker.random.RandomSource;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import java.util.Arrays;

/**
 * Gradients of single images by all weights of a model.
 *
 * <p>All images are looked at at the same times, with noise that depends on the image itself, not
 * on its place: equal images have equal gradients, and the order of images does not matter.
 */
final class ImageGradients {
  private final TrainedWeights weights;
  private final DiffusionModel model;
  private final ModelOptions options;
  private final RandomSource random;

  /**
   * Loads a model into the innermost open scope of native memory.
   *
   * @param random where noise comes from
   */
  ImageGradients(TrainedWeights weights, RandomSource random, ComputeDevice device) {
    this.weights = weights;
    this.model = weights.load(device);
    this.options = weights.options();
    this.random = random;
  }

  /** Returns how many numbers a gradient has. */
  int weights() {
    return weights.parameterCount();
  }

  /**
   * Returns an image's gradient, averaged over times.
   *
   * @param images where the image is
   * @param index its number, from 0
   * @param times the times to look at
   * @param kind what the gradient is of
   */
  float[] of(TrainingImages images, int index, int[] times, LossKind kind) {
    int pixels = images.pixelsPerImage();
    float[] image = image(images, index);
    int[] labels = images.labelsFor(options);
    int[] classes = new int[labels.length == 0 ? 0 : times.length];
    if (classes.length > 0) {
      Arrays.fill(classes, labels[index]);
    }
    RandomSource own = random.ofItem(image);
    float[] noise = new float[times.length * pixels];
    for (int i = 0; i < times.length; i++) {
      own.stream(Purpose.QUERY_NOISE, times[i]).fillNormal(noise, i * pixels, pixels);
    }
    return model.lossGradient(image, times, classes, noise, kind);
  }

  /** Returns an image's gradient at one time, drawn evenly from all; otherwise like {@link #of}. */
  float[] atRandomTime(TrainingImages images, int index, LossKind kind) {
    int time =
        random.ofItem(image(images, index)).stream(Purpose.TIMESTEP, 0)
            .nextInt(options.schedule().times());
    return of(images, index, new int[] {time}, kind);
  }

  private static float[] image(TrainingImages images, int index) {
    int pixels = images.pixelsPerImage();
    return Arrays.copyOfRange(images.pixels(), index * pixels, (index + 1) * pixels);
  }
}
