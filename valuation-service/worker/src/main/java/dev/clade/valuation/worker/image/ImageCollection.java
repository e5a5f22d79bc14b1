package dev.clade.valuation.worker.image;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** An image set with pixels: contributors in the order of a coalition's bits, and a reference. */
public final class ImageCollection {
  private final String name;
  private final int width;
  private final int height;
  private final List<float[]> contributors;
  private final ReferenceImages reference;

  /**
   * Creates an image set.
   *
   * @param name resource name
   * @param width pixels of a row
   * @param height rows of an image
   * @param contributors pixels of each contributor's images, image after image; 0 is black, 255
   *     white
   * @param reference labelled images of the same size
   * @throws IllegalArgumentException when a contributor's pixels are not whole images
   */
  public ImageCollection(
      String name, int width, int height, List<byte[]> contributors, ReferenceImages reference) {
    this.name = name;
    this.width = width;
    this.height = height;
    this.reference = reference;
    this.contributors = new ArrayList<>(contributors.size());
    for (byte[] bytes : contributors) {
      if (bytes.length % pixels() != 0) {
        throw new IllegalArgumentException(
            "contributors: %,d pixels are no whole number of images of %,d pixels"
                .formatted(bytes.length, pixels()));
      }
      this.contributors.add(Images.scale(bytes));
    }
  }

  /** Returns the resource name. */
  public String name() {
    return name;
  }

  /** Returns the pixels of a row. */
  public int width() {
    return width;
  }

  /** Returns the rows of an image. */
  public int height() {
    return height;
  }

  /** Returns the pixels of an image. */
  public int pixels() {
    return width * height;
  }

  /** Returns the coalition of everybody. */
  public BitSet everybody() {
    BitSet everybody = new BitSet();
    everybody.set(0, contributors.size());
    return everybody;
  }

  /** Returns the reference images. */
  public ReferenceImages reference() {
    return reference;
  }

  /**
   * Returns the images of a coalition, contributor after contributor, in [-1, 1].
   *
   * @param coalition bit i stands for the i-th contributor
   * @throws IllegalArgumentException when a bit stands for nobody
   */
  public float[] imagesOf(BitSet coalition) {
    if (coalition.length() > contributors.size()) {
      throw new IllegalArgumentException(
          "coalition: bit %d is set; there are %d contributors"
              .formatted(coalition.length() - 1, contributors.size()));
    }
    int length = coalition.stream().map(i -> contributors.get(i).length).sum();
    float[] union = new float[length];
    int offset = 0;
    for (int i = coalition.nextSetBit(0); i >= 0; i = coalition.nextSetBit(i + 1)) {
      float[] images = contributors.get(i);
      System.arraycopy(images, 0, union, offset, images.length);
      offset += images.length;
    }
    return union;
  }
}
