package dev.clade.valuation.worker.diffusion;

import dev.clade.valuation.worker.random.Purpose;
import dev.clade.valuation.worker.random.RandomSource;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import java.util.function.Consumer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;

/**
 * A model that generates images by the deterministic sampler of denoising diffusion implicit
 * models: images are a function of the weights and of the noise that they start from.
 *
 * <p>Source: Song, Meng, Ermon, "Denoising diffusion implicit models", ICLR 2021, with eta = 0.
 * Each guess of the clean images is cut to [-1, 1], so that a bad model gives bad images, not huge
 * ones.
 */
public final class DiffusionModel {
  private static final int LARGEST_BATCH = 512;

  private final DenoisingNetwork network;
  private final int pixels;
  private final ComputeDevice device;

  DiffusionModel(DenoisingNetwork network, int pixels, ComputeDevice device) {
    this.network = network;
    this.pixels = pixels;
    this.device = device;
  }

  /**
   * Generates images.
   *
   * @param count how many
   * @param steps steps of the sampler, 2 to 100
   * @param random where the starting noise comes from
   * @param sink receives batches, images by pixels, in [-1, 1]; each is freed when it returns
   * @throws DivergedException when an image is not finite
   */
  public void sample(int count, int steps, RandomSource random, Consumer<Tensor> sink) {
    try (PointerScope scope = new PointerScope();
        NoGradGuard frozen = new NoGradGuard()) {
      for (int first = 0; first < count; first += LARGEST_BATCH) {
        int batch = Math.min(LARGEST_BATCH, count - first);
        float[] noise = new float[batch * pixels];
        random.stream(Purpose.SAMPLING_NOISE, first / LARGEST_BATCH)
            .fillNormal(noise, 0, noise.length);
        try (PointerScope batchScope = new PointerScope()) {
          Tensor images = device.ship(noise, batch, pixels);
          sink.accept(denoise(images, steps));
        }
      }
    }
  }

  private Tensor denoise(Tensor noise, int steps) {
    ScalarOptional least = new ScalarOptional(new Scalar(-1f));
    ScalarOptional most = new ScalarOptional(new Scalar(1f));
    Tensor images = noise;
    Tensor clean = noise;
    for (int step = 0; step < steps; step++) {
      int time = time(step, steps);
      float[] features = new float[TimeFeatures.WIDTH];
      TimeFeatures.write(time, features, 0);
      clean =
          network.denoise(images, device.ship(features, 1, features.length)).clamp_(least, most);
      if (step < steps - 1) {
        images = earlier(images, clean, time, time(step + 1, steps));
      }
    }
    if (!clean.isfinite().all().item_bool()) {
      throw new DivergedException("the sample diverged: a generated image was not finite");
    }
    return clean;
  }

  /** Moves images from one time to an earlier one along the noise that they seem to contain. */
  private static Tensor earlier(Tensor images, Tensor clean, int from, int to) {
    double noiseKept = NoiseSchedule.noise(to) / NoiseSchedule.noise(from);
    double cleanShare = NoiseSchedule.signal(to) - noiseKept * NoiseSchedule.signal(from);
    return images.mul(new Scalar(noiseKept)).add_(clean, new Scalar(cleanShare));
  }

  /** Returns the time of a step: evenly spaced from the last time down to 0. */
  private static int time(int step, int steps) {
    return Math.round((NoiseSchedule.TIMES - 1) * (float) (steps - 1 - step) / (steps - 1));
  }
}
