package dev.clade.valuation.worker.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.worker.random.RandomSource;
import dev.clade.valuation.worker.tensor.ExponentialAverage;
import dev.clade.valuation.worker.tensor.LearningRateCurve;
import dev.clade.valuation.worker.tensor.ParameterVector;
import dev.clade.valuation.worker.training.DivergedException;
import dev.clade.valuation.worker.training.TrainingCancelledException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiffusionTrainerTest {
  private static final int SAMPLES = 128;
  private static final float[] IMAGES = Models.stripesAndNegative();
  private static final TrainingImages BOTH = new TrainingImages(IMAGES, Models.PIXELS);
  private static final TrainingImages NONE = new TrainingImages(new float[0], Models.PIXELS);

  private static final ModelOptions UNET =
      new ModelOptions(
          Models.IMAGE,
          0,
          new UNet(8, List.of(1, 2), 1, List.of(1), 4, 4),
          PredictionTarget.NOISE,
          NoiseSchedule.COARSE);

  /** Hardly a sample lies between the two, and both are about as frequent. */
  @Test
  void reproducesAnImageAndItsNegative() {
    float[] samples = Models.sample(train(perceptron(), BOTH, 1_000), SAMPLES);

    long positive = Models.countNear(samples, IMAGES, 0);
    long negative = Models.countNear(samples, IMAGES, 1);
    assertThat(positive + negative).isGreaterThan(SAMPLES * 9 / 10);
    assertThat(positive).isGreaterThan(SAMPLES / 4);
    assertThat(negative).isGreaterThan(SAMPLES / 4);
  }

  /**
   * Noise and velocity need full batches and more hidden units than pixels, and still depend on the
   * seed: over eight seeds PyTorch in Python brought 80 to 121 of 128 images as near by guesses of
   * noise, with the same network, plan and sampler. Untrained networks bring none.
   */
  @ParameterizedTest
  @EnumSource(
      value = PredictionTarget.class,
      names = {"NOISE", "VELOCITY"})
  void reproducesThemByGuessesOfOtherTargets(PredictionTarget target) {
    float[] repeated = new float[16 * IMAGES.length];
    for (int copy = 0; copy < 16; copy++) {
      System.arraycopy(IMAGES, 0, repeated, copy * IMAGES.length, IMAGES.length);
    }
    ModelOptions wide =
        new ModelOptions(Models.IMAGE, 0, new Perceptron(128), target, NoiseSchedule.COARSE);

    float[] samples =
        Models.sample(train(wide, new TrainingImages(repeated, Models.PIXELS), 1_000), SAMPLES);

    assertThat(Models.countNear(samples, IMAGES, 0) + Models.countNear(samples, IMAGES, 1))
        .isGreaterThan(SAMPLES / 2);
  }

  @Test
  void oneImageIsEnough() {
    float[] image = new float[Models.PIXELS];
    image[5] = 1;

    TrainedWeights trained = train(perceptron(), new TrainingImages(image, Models.PIXELS), 1_000);

    assertThat(Models.countNear(Models.sample(trained, SAMPLES), image, 0)).isEqualTo(SAMPLES);
  }

  @Test
  void withoutImagesTheModelIsUntrainedButGenerates() {
    TrainedWeights untrained = train(perceptron(), NONE, 10);

    assertThat(untrained.finalLoss()).isEmpty();
    float[] samples = Models.sample(untrained, SAMPLES);
    assertThat(samples).hasSize(SAMPLES * Models.PIXELS);
    for (float pixel : samples) {
      assertThat(pixel).isBetween(-1f, 1f);
    }
  }

  @Test
  void aPrunedModelGoesOnWithOtherImages() {
    TrainedWeights both = train(perceptron(), BOTH, 1_000);
    TrainingImages negative =
        new TrainingImages(Arrays.copyOfRange(IMAGES, Models.PIXELS, IMAGES.length), Models.PIXELS);

    TrainedWeights finetuned = finetune(both.pruned(0.5), negative, 300);

    assertThat(finetuned.widths()).containsExactly(16);
    assertThat(Models.countNear(Models.sample(finetuned, SAMPLES), IMAGES, 1))
        .isGreaterThan(SAMPLES * 9 / 10);
    assertThat(finetuned.finalLoss().getAsDouble()).isLessThan(both.finalLoss().getAsDouble());
  }

  @Test
  void withoutImagesToGoOnWithTheStartIsReturned() {
    TrainedWeights start = Models.untrained(perceptron());

    assertThat(finetune(start, NONE, 10)).isSameAs(start);
  }

  /** With steps of next to no size, every step's loss is that of the first weights. */
  @Test
  void theFinalLossIsThatOfTheLastTenth() {
    TrainingPlan slow =
        new TrainingPlan(20, 32, 1e-12, LearningRateCurve.CONSTANT, ExponentialAverage.NONE);
    TrainedWeights trained =
        Models.TRAINER.train(perceptron(), BOTH, slow, Models.RANDOM, () -> false);

    try (PointerScope scope = new PointerScope()) {
      TrainedWeights untrained = Models.untrained(perceptron());
      ParameterVector weights = untrained.parameters(Models.DEVICE);
      TrainingBlock block =
          new TrainingBlocks(perceptron(), BOTH, 32, Models.RANDOM, Models.DEVICE).next(0, 20);
      double losses = 0;
      for (int step = 18; step < 20; step++) {
        Tensor guess =
            untrained
                .architecture()
                .network()
                .predict(
                    weights, block.rows(block.noisy(), step), block.rows(block.conditions(), step));
        losses += torch.mse_loss(guess, block.rows(block.target(), step)).item_double();
      }
      assertThat(trained.finalLoss().getAsDouble()).isCloseTo(losses / 2, within(1e-6));
    }
  }

  @Test
  void anAverageLagsBehindTheWeights() {
    TrainedWeights last = train(perceptron(), BOTH, 50);
    TrainedWeights average =
        Models.TRAINER.train(
            perceptron(),
            BOTH,
            new TrainingPlan(
                50, 32, 0.004, LearningRateCurve.COSINE, new ExponentialAverage(0.999)),
            Models.RANDOM,
            () -> false);
    float[] start = Models.untrained(perceptron()).weights();

    assertThat(distance(average.weights(), last.weights()))
        .isPositive()
        .isLessThan(distance(start, last.weights()));
    assertThat(average.finalLoss()).isEqualTo(last.finalLoss());
  }

  @Test
  void weightsDoNotDependOnThreads() throws Exception {
    for (ModelOptions options : List.of(perceptron(), UNET)) {
      float[] alone = train(options, BOTH, 40).weights();

      try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
        List<Future<float[]>> together = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          together.add(threads.submit(() -> train(options, BOTH, 40).weights()));
        }
        for (Future<float[]> weights : together) {
          assertThat(weights.get()).isEqualTo(alone);
        }
      }
    }
  }

  /** A guess of nothing, where the network starts, has a loss of 1, the variance of the noise. */
  @Test
  void aUNetLearnsToTellNoiseFromImages() {
    assertThat(train(UNET, BOTH, 1).finalLoss().getAsDouble()).isGreaterThan(0.5);
    assertThat(train(UNET, BOTH, 400).finalLoss().getAsDouble()).isLessThan(0.25);
  }

  @Test
  void stopsWhenTold() {
    assertThatExceptionOfType(TrainingCancelledException.class)
        .isThrownBy(
            () ->
                Models.TRAINER.train(
                    perceptron(), BOTH, Models.plan(10), Models.RANDOM, () -> true));
  }

  @Test
  void aLossThatIsNotFiniteEndsTheTraining() {
    float[] image = new float[Models.PIXELS];
    image[0] = Float.NaN;

    assertThatExceptionOfType(DivergedException.class)
        .isThrownBy(() -> train(perceptron(), new TrainingImages(image, Models.PIXELS), 10))
        .withMessage("the training diverged: its gradient was not finite at step 0");
  }

  @Test
  void imagesThatDoNotFitTheModelAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> train(perceptron(), new TrainingImages(new float[9], 9), 10))
        .withMessage("pixelsPerImage must be the model's 16; it is 9");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> train(Models.perceptron(2, PredictionTarget.IMAGE), BOTH, 10))
        .withMessage("labels: a model with 2 classes needs one an image; there are none");
  }

  private static ModelOptions perceptron() {
    return Models.perceptron(0, PredictionTarget.IMAGE);
  }

  private static TrainedWeights train(ModelOptions options, TrainingImages images, int steps) {
    return Models.TRAINER.train(options, images, Models.plan(steps), Models.RANDOM, () -> false);
  }

  private static TrainedWeights finetune(TrainedWeights start, TrainingImages images, int steps) {
    return Models.TRAINER.finetune(
        start, images, Models.plan(steps), RandomSource.ofRun("imageSets/b", 1), () -> false);
  }

  private static double distance(float[] one, float[] other) {
    double squares = 0;
    for (int i = 0; i < one.length; i++) {
      squares += (one[i] - other[i]) * (double) (one[i] - other[i]);
    }
    return Math.sqrt(squares);
  }
}
