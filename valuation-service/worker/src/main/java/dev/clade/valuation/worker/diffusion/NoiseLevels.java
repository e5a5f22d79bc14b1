package dev.clade.valuation.worker.diffusion;

import dev.clade.valuation.worker.tensor.ComputeDevice;
import org.bytedeco.pytorch.Tensor;

/**
 * The noise of a schedule at each of its times: an image is {@code signal(t)} of itself and {@code
 * noise(t)} of standard normal noise.
 */
public final class NoiseLevels {
  private final double[] signal;
  private final double[] noise;

  NoiseLevels(NoiseSchedule schedule) {
    signal = new double[schedule.times()];
    noise = new double[schedule.times()];
    double signalPower = 1;
    for (int time = 0; time < signal.length; time++) {
      signalPower *= 1 - schedule.variance(time);
      signal[time] = Math.sqrt(signalPower);
      noise[time] = Math.sqrt(1 - signalPower);
    }
  }

  /** Returns the share of the image, which falls with time from nearly 1 to nearly 0. */
  public double signal(int time) {
    return signal[time];
  }

  /** Returns the share of the noise: {@code signal² + noise² = 1}. */
  public double noise(int time) {
    return noise[time];
  }

  /** Ships the shares of the image at some times, times by 1. */
  Tensor shipSignal(int[] times, ComputeDevice device) {
    return ship(signal, times, device);
  }

  /** Ships the shares of the noise at some times, times by 1. */
  Tensor shipNoise(int[] times, ComputeDevice device) {
    return ship(noise, times, device);
  }

  private static Tensor ship(double[] levels, int[] times, ComputeDevice device) {
    float[] chosen = new float[times.length];
    for (int i = 0; i < times.length; i++) {
      chosen[i] = (float) levels[times[i]];
    }
    return device.ship(chosen, times.length, 1);
  }
}
