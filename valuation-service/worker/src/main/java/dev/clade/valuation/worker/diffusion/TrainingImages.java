package dev.clade.valuation.worker.diffusion;

/**
 * Images to train on; the array getters give the arrays themselves.
 *
 * @param pixels image after image, in [-1, 1]
 * @param pixelsPerImage numbers of an image, at least 1
 * @param labels class of each image, from 0; empty when there are none
 */
public record TrainingImages(float[] pixels, int pixelsPerImage, int[] labels) {
  /** Checks that there are whole images, each with a label when there are any. */
  public TrainingImages {
    if (pixelsPerImage < 1 || pixels.length % pixelsPerImage != 0) {
      throw new IllegalArgumentException(
          "pixels: %,d numbers are no whole images of %,d numbers"
              .formatted(pixels.length, pixelsPerImage));
    }
    if (labels.length > 0 && labels.length != pixels.length / pixelsPerImage) {
      throw new IllegalArgumentException(
          "labels: %,d images need as many; there are %,d"
              .formatted(pixels.length / pixelsPerImage, labels.length));
    }
  }

  /** Takes images without labels. */
  public TrainingImages(float[] pixels, int pixelsPerImage) {
    this(pixels, pixelsPerImage, new int[0]);
  }

  /** Returns how many images there are. */
  public int count() {
    return pixels.length / pixelsPerImage;
  }

  /**
   * Returns the labels that a model sees: none when it knows no classes.
   *
   * @throws IllegalArgumentException when the images do not fit the model
   */
  public int[] labelsFor(ModelOptions options) {
    if (pixelsPerImage != options.image().pixels()) {
      throw new IllegalArgumentException(
          "pixelsPerImage must be the model's %,d; it is %,d"
              .formatted(options.image().pixels(), pixelsPerImage));
    }
    if (options.classes() > 0 && labels.length != count()) {
      throw new IllegalArgumentException(
          "labels: a model with %,d classes needs one an image; there are none"
              .formatted(options.classes()));
    }
    return options.classes() == 0 ? new int[0] : labels;
  }
}
