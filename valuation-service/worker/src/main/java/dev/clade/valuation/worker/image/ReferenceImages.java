package dev.clade.valuation.worker.image;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Labelled images owned by nobody; the array getters give the arrays themselves. */
public final class ReferenceImages {
  private final float[] images;
  private final int pixels;
  private final int[] classes;
  private final int classCount;

  private ReferenceImages(float[] images, int pixels, int[] classes, int classCount) {
    this.images = images;
    this.pixels = pixels;
    this.classes = classes;
    this.classCount = classCount;
  }

  /**
   * Creates reference images.
   *
   * @param pixelBytes image after image; 0 is black, 255 white
   * @param pixels pixels of an image
   * @param labels one label an image, any bytes; the distinct ones become classes in their order
   * @throws IllegalArgumentException when there is not one label for each image, or fewer than two
   *     distinct labels
   */
  public static ReferenceImages of(byte[] pixelBytes, int pixels, byte[] labels) {
    if (pixelBytes.length != (long) labels.length * pixels) {
      throw new IllegalArgumentException(
          "reference: %,d labels need %,d pixels; there are %,d"
              .formatted(labels.length, (long) labels.length * pixels, pixelBytes.length));
    }
    int[] unsigned = new int[labels.length];
    Arrays.setAll(unsigned, i -> Byte.toUnsignedInt(labels[i]));
    int[] distinct = Arrays.stream(unsigned).sorted().distinct().toArray();
    if (distinct.length < 2) {
      throw new IllegalArgumentException(
          "reference: at least two distinct labels are needed; there are " + distinct.length);
    }
    int[] classes =
        Arrays.stream(unsigned).map(label -> Arrays.binarySearch(distinct, label)).toArray();
    return new ReferenceImages(Images.scale(pixelBytes), pixels, classes, distinct.length);
  }

  /** Returns the images, one after another, in [-1, 1]. */
  public float[] images() {
    return images;
  }

  /** Returns the pixels of an image. */
  public int pixels() {
    return pixels;
  }

  /** Returns the class of each image, from 0 to {@link #classCount()} - 1. */
  public int[] classes() {
    return classes;
  }

  /** Returns all that tells these images from others: size, classes and pixels. */
  public byte[] content() {
    ByteBuffer content =
        ByteBuffer.allocate((1 + classes.length) * Integer.BYTES + images.length * Float.BYTES);
    content.putInt(pixels);
    for (int label : classes) {
      content.putInt(label);
    }
    for (float pixel : images) {
      content.putFloat(pixel);
    }
    return content.array();
  }

  /** Returns the number of classes, at least 2. */
  public int classCount() {
    return classCount;
  }
}
