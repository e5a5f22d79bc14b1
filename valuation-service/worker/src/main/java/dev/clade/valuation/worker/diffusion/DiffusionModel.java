package dev.clade.valuation.worker.diffusion;

import dev.clade.valuation.worker.random.RandomSource;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.ParameterVector;
import dev.clade.valuation.worker.training.DivergedException;
import java.util.function.Consumer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** A model on a device; its memory belongs to the scope that it was loaded into. */
public final class DiffusionModel {
  private final ModelOptions options;
  private final DenoisingNetwork network;
  private final ParameterVector parameters;
  private final Conditions conditions;
  private final NoiseLevels levels;
  private final ComputeDevice device;

  DiffusionModel(
      ModelOptions options,
      DenoisingNetwork network,
      ParameterVector parameters,
      ComputeDevice device) {
    this.options = options;
    this.network = network;
    this.parameters = parameters;
    this.conditions = new Conditions(options);
    this.levels = options.schedule().levels();
    this.device = device;
  }

  /**
   * Generates images with a model that knows no classes.
   *
   * @param count how many
   * @param steps steps of the sampler, from 2 to the number of times
   * @param random where the starting noise comes from
   * @param sink receives batches, images by pixels, in [-1, 1]; each is freed when it returns
   * @throws DivergedException when an image is not finite
   * @throws IllegalArgumentException when the model needs classes, or steps are out of range
   */
  public void sample(int count, int steps, RandomSource random, Consumer<Tensor> sink) {
    if (options.classes() > 0) {
      throw new IllegalArgumentException(
          "classes: a model with %,d classes needs one an image".formatted(options.classes()));
    }
    sampler(steps).sample(count, new int[0], random, sink);
  }

  /**
   * Generates images of classes; otherwise like {@link #sample(int, int, RandomSource, Consumer)}.
   *
   * @param classes class of each image, from 0
   */
  public void sample(int[] classes, int steps, RandomSource random, Consumer<Tensor> sink) {
    sampler(steps).sample(classes.length, classes, random, sink);
  }

  /**
   * Returns the noise that the network finds in images.
   *
   * @param noisyImages images by pixels, as they are at their times
   * @param times time of each image, from 0
   * @param classes class of each image; empty when the model knows none
   * @return images by pixels, in the innermost open scope of native memory
   */
  public Tensor predictNoise(Tensor noisyImages, int[] times, int[] classes) {
    try (NoGradGuard frozen = new NoGradGuard()) {
      Tensor guess =
          network.predict(parameters, noisyImages, conditions.ship(times, classes, device));
      return options
          .target()
          .noise(
              guess,
              noisyImages,
              levels.shipSignal(times, device),
              levels.shipNoise(times, device));
    }
  }

  /**
   * Returns the gradient of an image's loss, averaged over times, with respect to all weights.
   *
   * @param image the clean image, in [-1, 1]
   * @param times times at which it is looked at, from 0
   * @param classes the image's class, once for each time; empty when the model knows none
   * @param noise standard normal noise, an image for each time
   * @param kind what the gradient is of
   * @return as many numbers as the model has weights, in the order of {@link
   *     TrainedWeights#weights}
   */
  public float[] lossGradient(
      float[] image, int[] times, int[] classes, float[] noise, LossKind kind) {
    int pixels = options.image().pixels();
    if (image.length != pixels || noise.length != times.length * pixels) {
      throw new IllegalArgumentException(
          "image and noise: an image has %,d numbers, and noise as many for each of %,d times; they have %,d and %,d"
              .formatted(pixels, times.length, image.length, noise.length));
    }
    try (PointerScope scope = new PointerScope()) {
      Tensor signal = levels.shipSignal(times, device);
      Tensor share = levels.shipNoise(times, device);
      Tensor clean = device.ship(image, 1, pixels);
      Tensor added = device.ship(noise, times.length, pixels);
      Tensor noisy = clean.mul(signal).add_(added.mul(share));
      Tensor guess = network.predict(parameters, noisy, conditions.ship(times, classes, device));
      Tensor loss =
          switch (kind) {
            case PREDICTION_ERROR ->
                torch.mse_loss(
                    guess,
                    options
                        .target()
                        .target(clean.expand(times.length, pixels), added, signal, share));
            case PREDICTED_NOISE_NORM -> {
              Tensor found = options.target().noise(guess, noisy, signal, share);
              yield found.mul(found).sum().div(new Scalar(times.length));
            }
          };
      parameters.clearGradient();
      loss.backward();
      return ComputeDevice.fetch(parameters.gradient());
    }
  }

  private Sampler sampler(int steps) {
    Ranges.require("steps", steps, 2, options.schedule().times());
    return new Sampler(options, network, parameters, conditions, levels, device, steps);
  }
}
