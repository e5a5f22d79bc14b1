package dev.clade.valuation.worker.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.worker.random.Purpose;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiffusionModelTest {
  private static final int[] TIMES = {15, 30, 60, 99};

  @Test
  void generatesTheClassesThatAreAskedFor() {
    float[] images = Models.stripesAndNegative();
    TrainedWeights weights =
        Models.TRAINER.train(
            Models.perceptron(2, PredictionTarget.IMAGE),
            new TrainingImages(images, Models.PIXELS, new int[] {0, 1}),
            Models.plan(500),
            Models.RANDOM,
            () -> false);
    // More than one batch, so that classes have to stay with their images.
    int[] classes = new int[600];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = i % 3 == 0 ? 1 : 0;
    }

    List<float[]> batches = new ArrayList<>();
    try (PointerScope scope = new PointerScope()) {
      weights
          .load(Models.DEVICE)
          .sample(classes, 10, Models.RANDOM, batch -> batches.add(ComputeDevice.fetch(batch)));
    }

    int image = 0;
    for (float[] batch : batches) {
      for (int i = 0; i < batch.length / Models.PIXELS; i++) {
        assertThat(Models.near(batch, i, images, classes[image++])).isTrue();
      }
    }
    assertThat(image).isEqualTo(classes.length);
  }

  /** A network that guesses nothing but offsets shows what a guess means for the noise. */
  @Test
  void findsTheNoiseThatAGuessedImageLeaves() {
    TrainedWeights untrained = Models.untrained(Models.perceptron(0, PredictionTarget.IMAGE));
    float[] offsets = new float[untrained.parameterCount()];
    Arrays.fill(offsets, offsets.length - Models.PIXELS, offsets.length, 0.5f);
    TrainedWeights constant =
        new TrainedWeights(
            untrained.options(), untrained.widths(), offsets, OptionalDouble.empty());
    NoiseLevels levels = NoiseSchedule.COARSE.levels();

    try (PointerScope scope = new PointerScope()) {
      float[] noisy = new float[2 * Models.PIXELS];
      for (int i = 0; i < noisy.length; i++) {
        int time = i < Models.PIXELS ? 20 : 80;
        noisy[i] = (float) (levels.signal(time) * 0.5 + levels.noise(time) * i);
      }
      float[] found =
          ComputeDevice.fetch(
              constant
                  .load(Models.DEVICE)
                  .predictNoise(
                      Models.DEVICE.ship(noisy, 2, Models.PIXELS), new int[] {20, 80}, new int[0]));
      for (int i = 0; i < noisy.length; i++) {
        assertThat(found[i]).isCloseTo(i, within(1e-4f));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(PredictionTarget.class)
  void theGradientIsTheSlopeOfTheLoss(PredictionTarget target) {
    TrainedWeights weights = Models.shaken(Models.perceptron(2, target));
    float[] image = new float[Models.PIXELS];
    float[] noise = new float[TIMES.length * Models.PIXELS];
    Models.RANDOM.stream(Purpose.TRAINING_NOISE, 1).fillUniform(image, 0, image.length, 1);
    Models.RANDOM.stream(Purpose.TRAINING_NOISE, 2).fillNormal(noise, 0, noise.length);

    for (LossKind kind : LossKind.values()) {
      float[] gradient = gradient(weights, image, noise, kind);
      for (int weight = 0; weight < gradient.length; weight += 97) {
        double slope =
            (loss(weights, weight, 0.003f, image, noise, kind)
                    - loss(weights, weight, -0.003f, image, noise, kind))
                / 0.006;
        assertThat((double) gradient[weight])
            .as("%s of weight %d", kind, weight)
            .isCloseTo(slope, within(1e-2 * (1 + Math.abs(slope))));
      }
    }
  }

  @Test
  void aClassTooFewAndATimeTooLateAreRefused() {
    TrainedWeights two = Models.untrained(Models.perceptron(2, PredictionTarget.IMAGE));
    try (PointerScope scope = new PointerScope()) {
      DiffusionModel model = two.load(Models.DEVICE);
      Tensor images = Models.DEVICE.ship(new float[Models.PIXELS], 1, Models.PIXELS);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> model.predictNoise(images, new int[] {0}, new int[0]))
          .withMessage("classes: 1 images of a model with 2 classes need 1; there are 0");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> model.predictNoise(images, new int[] {100}, new int[] {0}))
          .withMessage("times must be from 0 to 99; it is 100");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> model.sample(1, 25, Models.RANDOM, batch -> {}))
          .withMessage("classes: a model with 2 classes needs one an image");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> model.sample(new int[] {0}, 101, Models.RANDOM, batch -> {}))
          .withMessage("steps must be from 2 to 100; it is 101");
    }
  }

  private static float[] gradient(
      TrainedWeights weights, float[] image, float[] noise, LossKind kind) {
    try (PointerScope scope = new PointerScope()) {
      return weights
          .load(Models.DEVICE)
          .lossGradient(image, TIMES, new int[] {1, 1, 1, 1}, noise, kind);
    }
  }

  /** Returns the loss with one weight changed, summed in double from the network's guess. */
  private static double loss(
      TrainedWeights start, int weight, float change, float[] image, float[] noise, LossKind kind) {
    float[] changed = start.weights();
    changed[weight] += change;
    NoiseLevels levels = start.options().schedule().levels();
    float[] noisy = noise.clone();
    for (int i = 0; i < noise.length; i++) {
      int time = TIMES[i / Models.PIXELS];
      noisy[i] =
          (float) (levels.signal(time) * image[i % Models.PIXELS] + levels.noise(time) * noise[i]);
    }
    float[] found;
    try (PointerScope scope = new PointerScope()) {
      found =
          ComputeDevice.fetch(
              new TrainedWeights(start.options(), start.widths(), changed, OptionalDouble.empty())
                  .load(Models.DEVICE)
                  .predictNoise(
                      Models.DEVICE.ship(noisy, TIMES.length, Models.PIXELS),
                      TIMES,
                      new int[] {1, 1, 1, 1}));
    }
    double squares = 0;
    for (int i = 0; i < found.length; i++) {
      int time = TIMES[i / Models.PIXELS];
      double noiseError = found[i] - noise[i];
      // An error of the noise is one of the image, and of the velocity, at another scale.
      double error =
          switch (start.options().target()) {
            case NOISE -> noiseError;
            case IMAGE -> noiseError * levels.noise(time) / levels.signal(time);
            case VELOCITY -> noiseError / levels.signal(time);
          };
      squares += kind == LossKind.PREDICTION_ERROR ? error * error : found[i] * (double) found[i];
    }
    return squares / TIMES.length / (kind == LossKind.PREDICTION_ERROR ? Models.PIXELS : 1);
  }
}
