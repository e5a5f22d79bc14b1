package dev.clade.valuation.worker.diffusion;

import dev.clade.valuation.worker.tensor.ComputeDevice;
import org.bytedeco.pytorch.Tensor;

/**
 * What a network sees beside the image: sines and cosines of the time, as positions in a
 * Transformer, and one number for each class, which is 1 for the image's own.
 *
 * <p>Frequencies are spaced evenly on a logarithmic scale. The last time counts as about 1,000,
 * however many times there are, so that networks see the whole diffusion alike.
 */
final class Conditions {
  private static final double LONGEST_PERIOD = 10_000;
  private static final double LATEST = 1_000;

  private final float[][] times;
  private final int classes;

  Conditions(ModelOptions options) {
    int frequencies = options.network().timeFeatures() / 2;
    int count = options.schedule().times();
    classes = options.classes();
    times = new float[count][2 * frequencies];
    for (int time = 0; time < count; time++) {
      for (int i = 0; i < frequencies; i++) {
        double frequency = Math.pow(LONGEST_PERIOD, -i / (double) (frequencies - 1));
        double angle = time * (LATEST / count) * frequency;
        times[time][i] = (float) Math.sin(angle);
        times[time][frequencies + i] = (float) Math.cos(angle);
      }
    }
  }

  /** Returns how many numbers stand for one image's time and class. */
  int width() {
    return times[0].length + classes;
  }

  /**
   * Ships the numbers of some images.
   *
   * @param imageTimes time of each image
   * @param imageClasses class of each image; empty when the model knows no classes
   * @return images by {@link #width}
   * @throws IllegalArgumentException when a time or class does not exist, or classes are not one an
   *     image
   */
  Tensor ship(int[] imageTimes, int[] imageClasses, ComputeDevice device) {
    int expected = classes == 0 ? 0 : imageTimes.length;
    if (imageClasses.length != expected) {
      throw new IllegalArgumentException(
          "classes: %,d images of a model with %,d classes need %,d; there are %,d"
              .formatted(imageTimes.length, classes, expected, imageClasses.length));
    }
    float[] rows = new float[imageTimes.length * width()];
    for (int row = 0; row < imageTimes.length; row++) {
      Ranges.require("times", imageTimes[row], 0, times.length - 1);
      float[] features = times[imageTimes[row]];
      System.arraycopy(features, 0, rows, row * width(), features.length);
      if (classes > 0) {
        Ranges.require("classes", imageClasses[row], 0, classes - 1);
        rows[row * width() + features.length + imageClasses[row]] = 1;
      }
    }
    return device.ship(rows, imageTimes.length, width());
  }
}
