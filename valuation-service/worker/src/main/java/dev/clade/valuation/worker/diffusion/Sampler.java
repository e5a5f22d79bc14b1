package dev.clade.valuation.worker.diffusion;

import dev.clade.valuation.worker.random.Purpose;
import dev.clade.valuation.worker.random.RandomSource;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.WeightSource;
import dev.clade.valuation.worker.training.DivergedException;
import java.util.Arrays;
import java.util.function.Consumer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;

/**
 * The deterministic sampler of denoising diffusion implicit models: images are a function of the
 * weights and of the noise that they start from.
 *
 * <p>Source: Song, Meng, Ermon, "Denoising diffusion implicit models", ICLR 2021, with eta = 0.
 * Each guess of the clean images is cut to [-1, 1], so that a bad model gives bad images, not huge
 * ones; the noise is what then remains.
 *
 * @param steps steps from noise to image, at least 2
 */
record Sampler(
    ModelOptions options,
    DenoisingNetwork network,
    WeightSource weights,
    Conditions conditions,
    NoiseLevels levels,
    ComputeDevice device,
    int steps) {
  private static final int LARGEST_BATCH = 512;

  /** Generates images; classes are one an image, or none for a model that knows none. */
  void sample(int count, int[] classes, RandomSource random, Consumer<Tensor> sink) {
    int pixels = options.image().pixels();
    try (NoGradGuard frozen = new NoGradGuard()) {
      for (int first = 0; first < count; first += LARGEST_BATCH) {
        int batch = Math.min(LARGEST_BATCH, count - first);
        float[] noise = new float[batch * pixels];
        random.stream(Purpose.SAMPLING_NOISE, first / LARGEST_BATCH)
            .fillNormal(noise, 0, noise.length);
        int[] batchClasses =
            classes.length == 0 ? classes : Arrays.copyOfRange(classes, first, first + batch);
        try (PointerScope scope = new PointerScope()) {
          sink.accept(denoise(device.ship(noise, batch, pixels), batchClasses));
        }
      }
    }
  }

  private Tensor denoise(Tensor noise, int[] classes) {
    Tensor images = noise;
    Tensor clean = noise.clone();
    for (int step = 0; step < steps; step++) {
      try (PointerScope scope = new PointerScope()) {
        int time = time(step);
        clean.copy_(clean(images, time, classes));
        if (step < steps - 1) {
          images.copy_(earlier(images, clean, time, time(step + 1)));
        }
      }
    }
    if (!clean.isfinite().all().item_bool()) {
      throw new DivergedException("the sample diverged: a generated image was not finite");
    }
    return clean;
  }

  /** Returns the clean images that the network sees in noisy ones of one time. */
  Tensor clean(Tensor images, int time, int[] classes) {
    // One row is enough for all images where no class tells them apart.
    int[] times = new int[Math.max(1, classes.length)];
    Arrays.fill(times, time);
    Tensor guess = network.predict(weights, images, conditions.ship(times, classes, device));
    int[] common = {time};
    return options
        .target()
        .clean(guess, images, levels.shipSignal(common, device), levels.shipNoise(common, device))
        .clamp_(new ScalarOptional(new Scalar(-1f)), new ScalarOptional(new Scalar(1f)));
  }

  /** Moves images from one time to an earlier one along the noise that they seem to contain. */
  Tensor earlier(Tensor images, Tensor clean, int from, int to) {
    double noiseKept = levels.noise(to) / levels.noise(from);
    double cleanShare = levels.signal(to) - noiseKept * levels.signal(from);
    return images.mul(new Scalar(noiseKept)).add_(clean, new Scalar(cleanShare));
  }

  /** Returns the time of a step: evenly spaced from the last time down to 0. */
  private int time(int step) {
    int last = options.schedule().times() - 1;
    return Math.round(last * (float) (steps - 1 - step) / (steps - 1));
  }
}
