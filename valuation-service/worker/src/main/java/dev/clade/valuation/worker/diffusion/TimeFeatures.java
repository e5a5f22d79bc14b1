package dev.clade.valuation.worker.diffusion;

/**
 * What the network sees of a time: sines and cosines of 16 frequencies, spaced evenly on a
 * logarithmic scale, as positions in a Transformer.
 */
final class TimeFeatures {
  /** Numbers that stand for one time. */
  static final int WIDTH = 32;

  private static final double LONGEST_PERIOD = 10_000;
  private static final double TIME_SCALE = 10;
  private static final float[][] TABLE = new float[NoiseSchedule.TIMES][WIDTH];

  static {
    int frequencies = WIDTH / 2;
    for (int time = 0; time < NoiseSchedule.TIMES; time++) {
      for (int i = 0; i < frequencies; i++) {
        double angle =
            time * TIME_SCALE * Math.pow(LONGEST_PERIOD, -i / (double) (frequencies - 1));
        TABLE[time][i] = (float) Math.sin(angle);
        TABLE[time][frequencies + i] = (float) Math.cos(angle);
      }
    }
  }

  private TimeFeatures() {}

  /** Copies the features of a time to a place in an array. */
  static void write(int time, float[] target, int offset) {
    System.arraycopy(TABLE[time], 0, target, offset, WIDTH);
  }
}
