package dev.clade.local.images;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;

/** Makes images grey and square, in whole numbers, so that every machine makes the same of them. */
final class GreyImage {
  private static final int WHITE = 255;

  private GreyImage() {}

  /**
   * Returns the pixels of an image, row after row, from 0 for black to 255: colours weighted as in
   * ITU-R BT.601 over black where they are transparent, and each pixel the mean of the area that it
   * takes of the image, which is stretched where it is not square.
   *
   * @param side width and height of the result in pixels
   */
  static byte[] pixels(BufferedImage image, int side) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] grey = grey(image);
    byte[] pixels = new byte[side * side];
    // An image pixel is side units wide, a pixel of the result as many as the image has pixels.
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        long sum = 0;
        for (int row = y * height / side; row * side < (y + 1) * height; row++) {
          for (int column = x * width / side; column * side < (x + 1) * width; column++) {
            sum +=
                grey[row * width + column]
                    * overlap(row, y, height, side)
                    * overlap(column, x, width, side);
          }
        }
        long area = (long) width * height;
        pixels[y * side + x] = (byte) ((2 * sum + area) / (2 * area));
      }
    }
    return pixels;
  }

  private static long overlap(int from, int to, int length, int side) {
    int start = Math.max(from * side, to * length);
    int end = Math.min((from + 1) * side, (to + 1) * length);
    return end - start;
  }

  private static int[] grey(BufferedImage image) {
    // Colours of grey images would be told on another scale of brightness.
    boolean isGrey = image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    int brightest = (1 << image.getColorModel().getComponentSize(0)) - 1;
    int[] grey = new int[image.getWidth() * image.getHeight()];
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int argb = image.getRGB(x, y);
        int brightness =
            isGrey ? image.getRaster().getSample(x, y, 0) * WHITE / brightest : brightness(argb);
        grey[y * image.getWidth() + x] = brightness * (argb >>> 24) / WHITE;
      }
    }
    return grey;
  }

  private static int brightness(int argb) {
    int red = argb >> 16 & WHITE;
    int green = argb >> 8 & WHITE;
    int blue = argb & WHITE;
    return (299 * red + 587 * green + 114 * blue + 500) / 1000;
  }
}
