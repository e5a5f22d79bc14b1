package dev.clade.local.images;

import java.util.random.RandomGenerator;

/**
 * A shape on a small grey image: a corner filled by a triangle, or a T, each in four quarter turns.
 * The turns make shapes of one family equally hard to learn.
 *
 * @param number 0 to 3 for the turns of the triangle, 4 to 7 for those of the T
 */
record Shape(int number) {
  static final int SIDE = 8;
  static final int TURNS = 4;
  static final int FAMILIES = 2;
  static final int COUNT = TURNS * FAMILIES;

  private static final double GRAIN = 0.04;

  /**
   * Returns the pixels of one image, row after row: the shape shifted by up to one pixel, in some
   * brightness, with grain.
   *
   * @param noise standard deviation of the noise on top, where 1 is the way from black to white
   */
  byte[] draw(double noise, RandomGenerator random) {
    int right = random.nextInt(3) - 1;
    int down = random.nextInt(3) - 1;
    double ink = 0.75 + 0.25 * random.nextDouble();
    byte[] pixels = new byte[SIDE * SIDE];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double value =
            (inks(x - right, y - down) ? ink : 0)
                + GRAIN * random.nextGaussian()
                + noise * random.nextGaussian();
        pixels[y * SIDE + x] = (byte) Math.round(255 * Math.clamp(value, 0.0, 1.0));
      }
    }
    return pixels;
  }

  private boolean inks(int x, int y) {
    if (x < 1 || x > SIDE - 2 || y < 1 || y > SIDE - 2) {
      return false;
    }
    int turnedX = x;
    int turnedY = y;
    for (int turn = 0; turn < number % TURNS; turn++) {
      int before = turnedX;
      turnedX = SIDE - 1 - turnedY;
      turnedY = before;
    }
    return number < TURNS
        ? turnedX <= turnedY
        : turnedY <= 2 || turnedX == SIDE / 2 - 1 || turnedX == SIDE / 2;
  }
}
