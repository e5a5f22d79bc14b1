package dev.clade.valuation.worker.diffusion;

/**
 * The size of an image. Its numbers lie plane after plane, each row after row.
 *
 * @param width pixels of a row, at least 1
 * @param height rows, at least 1
 * @param planes 1 for grey images, 3 for colours
 */
public record ImageShape(int width, int height, int planes) {
  /** Checks the ranges. */
  public ImageShape {
    Ranges.require("width", width, 1, 1 << 12);
    Ranges.require("height", height, 1, 1 << 12);
    Ranges.require("planes", planes, 1, 4);
  }

  /** Returns the shape of grey images. */
  public static ImageShape grey(int width, int height) {
    return new ImageShape(width, height, 1);
  }

  /** Returns how many numbers make an image. */
  public int pixels() {
    return width * height * planes;
  }
}
