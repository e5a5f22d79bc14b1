package dev.clade.valuation.study.data;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Grey images of one size with a label each; the array getters give the arrays themselves.
 *
 * @param width pixels across
 * @param height pixels down
 * @param pixels image after image, row after row: 0 is black, 255 white
 * @param labels one an image, at least 0
 */
public record LabelledImages(int width, int height, byte[] pixels, byte[] labels) {
  /**
   * Checks the lengths.
   *
   * @throws IllegalArgumentException when there is not one label for each image
   */
  public LabelledImages {
    if (pixels.length != (long) labels.length * width * height) {
      throw new IllegalArgumentException(
          "pixels: %,d labels of %d x %d images need %,d; there are %,d"
              .formatted(
                  labels.length,
                  width,
                  height,
                  (long) labels.length * width * height,
                  pixels.length));
    }
  }

  /** Returns how many images there are. */
  public int count() {
    return labels.length;
  }

  /** Returns the pixels of an image. */
  public int size() {
    return width * height;
  }

  /** Returns the label of an image. */
  public int label(int image) {
    return Byte.toUnsignedInt(labels[image]);
  }

  /** Returns some of the images, in the order of their numbers given. */
  public LabelledImages at(int... images) {
    byte[] somePixels = new byte[images.length * size()];
    byte[] someLabels = new byte[images.length];
    for (int i = 0; i < images.length; i++) {
      System.arraycopy(pixels, images[i] * size(), somePixels, i * size(), size());
      someLabels[i] = labels[images[i]];
    }
    return new LabelledImages(width, height, somePixels, someLabels);
  }

  /** Returns the images from one number up to another. */
  public LabelledImages range(int from, int to) {
    return new LabelledImages(
        width,
        height,
        Arrays.copyOfRange(pixels, from * size(), to * size()),
        Arrays.copyOfRange(labels, from, to));
  }

  /** Returns these images, then others of the same size. */
  public LabelledImages and(LabelledImages others) {
    byte[] allPixels = Arrays.copyOf(pixels, pixels.length + others.pixels.length);
    System.arraycopy(others.pixels, 0, allPixels, pixels.length, others.pixels.length);
    byte[] allLabels = Arrays.copyOf(labels, labels.length + others.labels.length);
    System.arraycopy(others.labels, 0, allLabels, labels.length, others.labels.length);
    return new LabelledImages(width, height, allPixels, allLabels);
  }

  /** Returns the same images with other labels. */
  public LabelledImages relabelled(IntUnaryOperator labelOfImage) {
    byte[] others = new byte[labels.length];
    for (int i = 0; i < others.length; i++) {
      others[i] = (byte) labelOfImage.applyAsInt(i);
    }
    return new LabelledImages(width, height, pixels, others);
  }

  /**
   * Returns images of half the width and height: each pixel is the mean of four, rounded.
   *
   * @throws IllegalArgumentException when width or height is odd
   */
  public LabelledImages halved() {
    if (width % 2 != 0 || height % 2 != 0) {
      throw new IllegalArgumentException(
          "images of %d x %d pixels cannot be halved".formatted(width, height));
    }
    byte[] half = new byte[pixels.length / 4];
    for (int i = 0; i < half.length; i++) {
      int image = i / (size() / 4);
      int row = i / (width / 2) % (height / 2) * 2;
      int first = image * size() + row * width + i % (width / 2) * 2;
      int sum =
          Byte.toUnsignedInt(pixels[first])
              + Byte.toUnsignedInt(pixels[first + 1])
              + Byte.toUnsignedInt(pixels[first + width])
              + Byte.toUnsignedInt(pixels[first + width + 1]);
      half[i] = (byte) ((sum + 2) / 4);
    }
    return new LabelledImages(width / 2, height / 2, half, labels);
  }
}
