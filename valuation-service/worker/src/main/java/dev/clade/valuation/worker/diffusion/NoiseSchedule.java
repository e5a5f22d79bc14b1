package dev.clade.valuation.worker.diffusion;

import java.util.Arrays;

/**
 * How fast images dissolve into noise: the variance that is added at each time rises linearly.
 *
 * <p>Source: Ho, Jain, Abbeel, "Denoising diffusion probabilistic models", NeurIPS 2020.
 *
 * @param times how many times there are, 2 to 10,000; they count from 0
 * @param firstVariance variance added at time 0, in (0, 1)
 * @param lastVariance variance added at the last time, from the first variance to below 1
 */
public record NoiseSchedule(int times, double firstVariance, double lastVariance) {
  /** The source's schedule: 1,000 times, with six thousandths of the image left at the last. */
  public static final NoiseSchedule FINE = new NoiseSchedule(1_000, 1e-4, 0.02);

  /**
   * Fewer times with accordingly larger variances, for small networks: 100 times, with four
   * hundredths of the image left at the last.
   */
  public static final NoiseSchedule COARSE = new NoiseSchedule(100, 1e-3, 0.12);

  /** Checks the ranges. */
  public NoiseSchedule {
    Ranges.require("times", times, 2, 10_000);
    if (!(firstVariance > 0 && firstVariance <= lastVariance && lastVariance < 1)) {
      throw new IllegalArgumentException(
          "firstVariance and lastVariance must rise within (0, 1); they are %s and %s"
              .formatted(firstVariance, lastVariance));
    }
  }

  /** Returns what is left of the image, and how much noise there is, at every time. */
  public NoiseLevels levels() {
    return new NoiseLevels(this);
  }

  /**
   * Returns times spaced evenly, each in the middle of its part of the diffusion.
   *
   * @param count how many, at least 1
   */
  public int[] evenTimes(int count) {
    int[] spaced = new int[count];
    Arrays.setAll(spaced, i -> (int) ((2L * i + 1) * times / (2L * count)));
    return spaced;
  }

  /** Returns the variance that is added at a time. */
  double variance(int time) {
    return firstVariance + (lastVariance - firstVariance) * time / (times - 1);
  }
}
