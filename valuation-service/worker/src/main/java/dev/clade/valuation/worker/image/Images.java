package dev.clade.valuation.worker.image;

/** Pixels as bytes and as numbers. */
public final class Images {
  private static final float HALF_RANGE = 127.5f;

  private Images() {}

  /** Scales pixels to [-1, 1]: black (0) to -1, white (255) to 1. */
  public static float[] scale(byte[] pixels) {
    float[] scaled = new float[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      scaled[i] = Byte.toUnsignedInt(pixels[i]) / HALF_RANGE - 1;
    }
    return scaled;
  }
}
