package dev.clade.valuation.worker.attribution;

import dev.clade.valuation.worker.diffusion.ModelOptions;
import dev.clade.valuation.worker.diffusion.TrainingImages;
import java.util.List;

/**
 * The images of all contributors.
 *
 * @param images contributor after contributor
 * @param sizes images of each contributor
 */
record ImagePool(TrainingImages images, int[] sizes) {
  /** Puts contributors' images together. */
  static ImagePool of(List<TrainingImages> contributors) {
    int[] sizes = contributors.stream().mapToInt(TrainingImages::count).toArray();
    float[] pixels = new float[contributors.stream().mapToInt(one -> one.pixels().length).sum()];
    int[] labels = new int[contributors.stream().mapToInt(one -> one.labels().length).sum()];
    int pixel = 0;
    int label = 0;
    for (TrainingImages one : contributors) {
      System.arraycopy(one.pixels(), 0, pixels, pixel, one.pixels().length);
      System.arraycopy(one.labels(), 0, labels, label, one.labels().length);
      pixel += one.pixels().length;
      label += one.labels().length;
    }
    int pixelsPerImage = contributors.isEmpty() ? 1 : contributors.getFirst().pixelsPerImage();
    return new ImagePool(new TrainingImages(pixels, pixelsPerImage, labels), sizes);
  }

  /**
   * Checks that there are images and that a model can look at them.
   *
   * @throws IllegalArgumentException when there are none, or they do not fit the model
   */
  static void requireImages(String field, TrainingImages images, ModelOptions options) {
    if (images.count() == 0) {
      throw new IllegalArgumentException(field + ": at least one image is needed; there are none");
    }
    images.labelsFor(options);
  }
}
