package dev.clade.valuation.worker.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.worker.fixture.Answers;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.ExponentialAverage;
import dev.clade.valuation.worker.tensor.GradientDescent;
import dev.clade.valuation.worker.tensor.LearningRateCurve;
import dev.clade.valuation.worker.tensor.ParameterVector;
import dev.clade.valuation.worker.tensor.TensorShape;
import dev.clade.valuation.worker.tensor.WeightAverage;
import dev.clade.valuation.worker.tensor.WeightSource;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Network, training steps and sampler against PyTorch in Python and diffusers. */
class UNetAnswersTest {
  private static final int[] TIMES = {0, 10, 500, 999};
  private static final int[] LABELS = {2, 0, 1, 1};
  private static final ModelOptions OPTIONS =
      new ModelOptions(
          new ImageShape(4, 8, 3),
          3,
          new UNet(8, List.of(1, 2, 2), 1, List.of(1), 4, 4),
          PredictionTarget.NOISE,
          NoiseSchedule.FINE);
  private static final int NUMBERS = 4 * OPTIONS.image().pixels();

  private final Answers answers;

  UNetAnswersTest() throws IOException {
    answers = Answers.read(getClass(), "diffusion_answers.txt");
  }

  /** The source says 35.7 million; diffusers' model google/ddpm-cifar10-32 has exactly these. */
  @Test
  void thePublishedNetworkHasAsManyWeights() {
    UNet published = new UNet(128, List.of(1, 2, 2, 2), 2, List.of(1), 128, 4);
    ModelOptions options = ModelOptions.unet(new ImageShape(32, 32, 3), published);

    assertThat(TensorShape.totalSize(options.architecture(List.of()).layout().shapes()))
        .isEqualTo(35_746_307);
  }

  @Test
  void guessesAreThoseOfTheReference() {
    TrainedWeights weights = weights();
    assertThat(weights.parameterCount()).isEqualTo((int) answers.of("weights")[0]);

    try (PointerScope scope = new PointerScope()) {
      float[] guess =
          ComputeDevice.fetch(
              weights
                  .load(Models.DEVICE)
                  .predictNoise(tensor(Answers.series(NUMBERS, 4, 29)), TIMES, LABELS));
      assertThat(guess).containsExactly(answers.of("guess"), within(2e-5f));
    }
  }

  @Test
  void trainingMovesTheWeightsAlike() {
    TrainedWeights start = weights();
    try (PointerScope scope = new PointerScope()) {
      ParameterVector parameters = start.parameters(Models.DEVICE);
      GradientDescent descent =
          new GradientDescent(parameters, 1e-3, 3, LearningRateCurve.CONSTANT);
      WeightAverage average = new WeightAverage(parameters, new ExponentialAverage(0.9));
      Tensor images = tensor(Answers.series(NUMBERS, 4, 29));
      Tensor target = tensor(Answers.series(NUMBERS, 4, 41));
      Tensor conditions = new Conditions(OPTIONS).ship(TIMES, LABELS, Models.DEVICE);
      DenoisingNetwork network = start.architecture().network();
      for (int step = 0; step < 3; step++) {
        Tensor loss = torch.mse_loss(network.predict(parameters, images, conditions), target);
        double norm = descent.descend(loss);
        average.update();

        assertThat(loss.item_float()).isCloseTo(answers.of("loss" + step)[0], within(1e-4f));
        assertThat((float) norm).isCloseTo(answers.of("norm" + step)[0], within(1e-3f));
        assertThat(moved(parameters.values(), start))
            .containsExactly(answers.of("moved" + step), within(2e-4f));
      }
      assertThat(moved(average.values(), start))
          .containsExactly(answers.of("averaged"), within(2e-4f));
    }
  }

  @Test
  void theGradientIsThatOfTheReference() {
    TrainedWeights start = weights();
    try (PointerScope scope = new PointerScope()) {
      ParameterVector parameters = start.parameters(Models.DEVICE);
      torch
          .mse_loss(
              start
                  .architecture()
                  .network()
                  .predict(
                      parameters,
                      tensor(Answers.series(NUMBERS, 4, 29)),
                      new Conditions(OPTIONS).ship(TIMES, LABELS, Models.DEVICE)),
              tensor(Answers.series(NUMBERS, 4, 41)))
          .backward();

      assertThat(Answers.some(ComputeDevice.fetch(parameters.gradient())))
          .containsExactly(answers.of("gradient"), within(2e-6f));
    }
  }

  /** From time 700 to 650, with a guess that has to be cut. */
  @ParameterizedTest
  @EnumSource(PredictionTarget.class)
  void theSamplerStepsAlike(PredictionTarget target) {
    NoiseLevels levels = NoiseSchedule.FINE.levels();
    ModelOptions options =
        new ModelOptions(ImageShape.grey(12, 1), 0, new Perceptron(8), target, NoiseSchedule.FINE);
    try (PointerScope scope = new PointerScope()) {
      Tensor images = Models.DEVICE.ship(Answers.series(12, 4, 5), 1, 12);
      Tensor guess = Models.DEVICE.ship(Answers.series(12, 3, 17), 1, 12);
      Sampler sampler =
          new Sampler(
              options,
              new ConstantNetwork(guess),
              index -> guess,
              new Conditions(options),
              levels,
              Models.DEVICE,
              20);

      Tensor clean = sampler.clean(images, 700, new int[0]);

      assertThat(ComputeDevice.fetch(clean))
          .containsExactly(answers.of("clean" + target), within(1e-5f));
      assertThat(ComputeDevice.fetch(sampler.earlier(images, clean, 700, 650)))
          .containsExactly(answers.of("earlier" + target), within(1e-5f));
    }
  }

  private static TrainedWeights weights() {
    TrainedWeights untrained = Models.untrained(OPTIONS);
    return new TrainedWeights(
        OPTIONS,
        untrained.widths(),
        Answers.series(untrained.parameterCount(), 1, 13),
        OptionalDouble.empty());
  }

  private static Tensor tensor(float[] images) {
    return Models.DEVICE.ship(images, 4, OPTIONS.image().pixels());
  }

  private static float[] moved(Tensor now, TrainedWeights start) {
    float[] change = ComputeDevice.fetch(now);
    float[] from = start.weights();
    for (int i = 0; i < change.length; i++) {
      change[i] -= from[i];
    }
    return Answers.some(change);
  }

  /** A network that always guesses the same. */
  private record ConstantNetwork(Tensor guess) implements DenoisingNetwork {
    @Override
    public Tensor predict(WeightSource weights, Tensor noisyImages, Tensor conditions) {
      return guess.clone();
    }

    @Override
    public List<Integer> attentionMatrices() {
      return List.of();
    }
  }
}
