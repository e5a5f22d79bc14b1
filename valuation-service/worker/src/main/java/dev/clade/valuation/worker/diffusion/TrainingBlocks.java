package dev.clade.valuation.worker.diffusion;

import dev.clade.valuation.worker.random.EpochOrder;
import dev.clade.valuation.worker.random.Purpose;
import dev.clade.valuation.worker.random.RandomSource;
import dev.clade.valuation.worker.random.RandomStream;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import org.bytedeco.pytorch.Tensor;

/** Makes the blocks of a training, one after another. */
final class TrainingBlocks {
  private static final int LARGEST_BLOCK = 1 << 19;

  private final ModelOptions options;
  private final Conditions conditions;
  private final NoiseLevels levels;
  private final Tensor images;
  private final int[] labels;
  private final int batch;
  private final EpochOrder order;
  private final RandomSource random;
  private final ComputeDevice device;

  /** Ships the images, into the innermost open scope of native memory. */
  TrainingBlocks(
      ModelOptions options,
      TrainingImages images,
      int batchSize,
      RandomSource random,
      ComputeDevice device) {
    this.options = options;
    this.conditions = new Conditions(options);
    this.levels = options.schedule().levels();
    this.labels = images.labelsFor(options);
    this.images = device.ship(images.pixels(), images.count(), images.pixelsPerImage());
    this.batch = Math.min(batchSize, images.count());
    this.order = new EpochOrder(images.count(), random);
    this.random = random;
    this.device = device;
  }

  /** Returns how many steps make a block of bounded size. */
  int stepsABlock() {
    int row = Math.max(options.image().pixels(), conditions.width());
    return Math.max(1, LARGEST_BLOCK / (batch * row));
  }

  /**
   * Makes the next block. Within a step, times are antithetic: the second half of the batch mirrors
   * the first, which evens out how much noise the steps see.
   *
   * @param firstStep number of its first step
   * @param steps how many steps it holds
   */
  TrainingBlock next(int firstStep, int steps) {
    int pixels = options.image().pixels();
    int rows = steps * batch;
    long[] chosen = new long[rows];
    int[] times = new int[rows];
    int[] classes = new int[labels.length == 0 ? 0 : rows];
    float[] noise = new float[rows * pixels];
    for (int step = 0; step < steps; step++) {
      drawTimes(firstStep + step, times, step * batch);
      for (int row = step * batch; row < (step + 1) * batch; row++) {
        int image = order.next();
        chosen[row] = image;
        if (classes.length > 0) {
          classes[row] = labels[image];
        }
      }
      random.stream(Purpose.TRAINING_NOISE, firstStep + step)
          .fillNormal(noise, step * batch * pixels, batch * pixels);
    }
    Tensor clean = images.index_select(0, device.ship(chosen));
    Tensor added = device.ship(noise, rows, pixels);
    Tensor signal = levels.shipSignal(times, device);
    Tensor share = levels.shipNoise(times, device);
    return new TrainingBlock(
        clean.mul(signal).add_(added.mul(share)),
        conditions.ship(times, classes, device),
        options.target().target(clean, added, signal, share),
        batch);
  }

  private void drawTimes(int step, int[] times, int offset) {
    RandomStream drawn = random.stream(Purpose.TIMESTEP, step);
    int half = (batch + 1) / 2;
    int count = options.schedule().times();
    for (int i = 0; i < half; i++) {
      times[offset + i] = drawn.nextInt(count);
    }
    for (int i = half; i < batch; i++) {
      times[offset + i] = count - 1 - times[offset + i - half];
    }
  }
}
