package dev.clade.valuation.worker.diffusion;

/**
 * How fast images dissolve into noise: at time t, an image is {@code signal(t)} of itself and
 * {@code noise(t)} of standard normal noise. The variance added at each of the 100 times rises
 * linearly from 0.001 to 0.12, so that at the last time four hundredths of the image are left.
 *
 * <p>Source: Ho, Jain, Abbeel, "Denoising diffusion probabilistic models", NeurIPS 2020, with fewer
 * times and accordingly larger variances.
 */
final class NoiseSchedule {
  /** How many times there are; they count from 0. */
  static final int TIMES = 100;

  private static final double FIRST_VARIANCE = 1e-3;
  private static final double LAST_VARIANCE = 0.12;
  private static final double[] SIGNAL = new double[TIMES];
  private static final double[] NOISE = new double[TIMES];

  static {
    double signalPower = 1;
    for (int time = 0; time < TIMES; time++) {
      signalPower *= 1 - (FIRST_VARIANCE + (LAST_VARIANCE - FIRST_VARIANCE) * time / (TIMES - 1));
      SIGNAL[time] = Math.sqrt(signalPower);
      NOISE[time] = Math.sqrt(1 - signalPower);
    }
  }

  private NoiseSchedule() {}

  /** Returns the share of the image, which falls with time from nearly 1 to nearly 0. */
  static double signal(int time) {
    return SIGNAL[time];
  }

  /** Returns the share of the noise: {@code signal² + noise² = 1}. */
  static double noise(int time) {
    return NOISE[time];
  }
}
