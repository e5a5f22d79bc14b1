package dev.clade.valuation.worker.diffusion;

import dev.clade.valuation.worker.random.EpochOrder;
import dev.clade.valuation.worker.random.Purpose;
import dev.clade.valuation.worker.random.RandomSource;
import dev.clade.valuation.worker.random.RandomStream;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import org.bytedeco.pytorch.Tensor;

/**
 * What a number of consecutive training steps look at, made at once: crossing into native code for
 * each step's little arrays would cost as much as the steps.
 *
 * @param clean images, step after step
 * @param noisy the same images at their times
 * @param times features of the times
 * @param batch rows a step
 */
record TrainingBlock(Tensor clean, Tensor noisy, Tensor times, int batch) {
  private static final int LARGEST_BLOCK = 1 << 19;

  /** Returns how many steps make a block of bounded size. */
  static int steps(int batch, int pixels) {
    return Math.max(1, LARGEST_BLOCK / (batch * pixels));
  }

  /**
   * Makes a block. Within a step, times are antithetic: the second half of the batch mirrors the
   * first, which evens out how much noise the steps see.
   */
  static TrainingBlock make(
      Tensor images,
      EpochOrder order,
      RandomSource random,
      int firstStep,
      int steps,
      int batch,
      ComputeDevice device) {
    int pixels = Math.toIntExact(images.size(1));
    int rows = steps * batch;
    long[] chosen = new long[rows];
    float[] signal = new float[rows];
    float[] noiseShare = new float[rows];
    float[] times = new float[rows * TimeFeatures.WIDTH];
    float[] noise = new float[rows * pixels];
    for (int step = 0; step < steps; step++) {
      RandomStream timesteps = random.stream(Purpose.TIMESTEP, firstStep + step);
      int[] drawn = new int[(batch + 1) / 2];
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] = timesteps.nextInt(NoiseSchedule.TIMES);
      }
      for (int i = 0; i < batch; i++) {
        int row = step * batch + i;
        int time = i < drawn.length ? drawn[i] : NoiseSchedule.TIMES - 1 - drawn[i - drawn.length];
        chosen[row] = order.next();
        signal[row] = (float) NoiseSchedule.signal(time);
        noiseShare[row] = (float) NoiseSchedule.noise(time);
        TimeFeatures.write(time, times, row * TimeFeatures.WIDTH);
      }
      random.stream(Purpose.TRAINING_NOISE, firstStep + step)
          .fillNormal(noise, step * batch * pixels, batch * pixels);
    }
    Tensor clean = images.index_select(0, device.ship(chosen));
    Tensor noisy = clean.mul(device.ship(signal, rows, 1));
    noisy.add_(device.ship(noise, rows, pixels).mul_(device.ship(noiseShare, rows, 1)));
    return new TrainingBlock(clean, noisy, device.ship(times, rows, TimeFeatures.WIDTH), batch);
  }

  /** Returns the part of a tensor of this block that belongs to its step with a number from 0. */
  Tensor rows(Tensor tensor, int step) {
    return tensor.narrow(0, (long) step * batch, batch);
  }
}
