package dev.clade.valuation.worker.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.worker.diffusion.DiffusionTrainer;
import dev.clade.valuation.worker.diffusion.ImageShape;
import dev.clade.valuation.worker.diffusion.ModelOptions;
import dev.clade.valuation.worker.diffusion.NoiseLevels;
import dev.clade.valuation.worker.diffusion.NoiseSchedule;
import dev.clade.valuation.worker.diffusion.Perceptron;
import dev.clade.valuation.worker.diffusion.PredictionTarget;
import dev.clade.valuation.worker.diffusion.TrainedWeights;
import dev.clade.valuation.worker.diffusion.TrainingImages;
import dev.clade.valuation.worker.diffusion.TrainingPlan;
import dev.clade.valuation.worker.random.RandomSource;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.DeviceChoice;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MembershipEvidenceTest {
  private static final int PIXELS = 16;
  private static final int IMAGES = 60;
  private static final RandomSource RANDOM = RandomSource.ofRun("imageSets/a", 1);

  private final ComputeDevice device = ComputeDevice.open(DeviceChoice.CPU);
  private final TrainingImages members = random(1);
  private final TrainingImages nonMembers = random(2);

  /** Images of random pixels cannot be told apart but by having been learnt by heart. */
  @ParameterizedTest
  @CsvSource({"LOSS, IMAGE", "PROXIMAL, IMAGE", "NORMALIZED_PROXIMAL, NOISE"})
  void membersOfAnOverfittedModelAreTold(MembershipStatistic statistic, PredictionTarget target) {
    Discrimination rates = discriminate(statistic, train(members, 1_500, target));

    assertThat(rates.areaUnderCurve().low()).isGreaterThan(0.55);
  }

  @ParameterizedTest
  @EnumSource(MembershipStatistic.class)
  void aModelThatSawNeitherTellsNothing(MembershipStatistic statistic) {
    Discrimination rates = discriminate(statistic, train(random(3), 1_500, PredictionTarget.IMAGE));

    assertThat(rates.areaUnderCurve().low()).isLessThan(0.5);
    assertThat(rates.areaUnderCurve().high()).isGreaterThan(0.5);
  }

  /**
   * Worked by hand. A network of zeros guesses an image of zeros, so that all of the noisy image
   * over the noise's share is taken for noise. At time 0 that is {@code e0 = x / n0}; at time 20,
   * of {@code s x + n e0}, it is {@code s x / n + e0}: the difference is {@code s x / n}.
   */
  @Test
  void aNetworkOfZerosTakesTheImageForNoise() {
    TrainedWeights trained = train(members, 10, PredictionTarget.IMAGE);
    TrainedWeights zeros = trained.withWeights(new float[trained.parameterCount()]);
    NoiseLevels levels = trained.options().schedule().levels();
    float[] pixels = new float[2 * PIXELS];
    pixels[0] = 0.5f;
    pixels[PIXELS + 3] = -1;
    pixels[PIXELS + 4] = 1;
    double ratio = Math.pow(levels.signal(20) / levels.noise(20), 4);

    double[] evidence =
        evidence(zeros).of(MembershipStatistic.PROXIMAL, new TrainingImages(pixels, PIXELS));

    assertThat(evidence)
        .containsExactly(new double[] {-0.0625 * ratio, -2 * ratio}, within(1e-4 * ratio));
  }

  @Test
  void evidenceDependsOnTheImageNotOnItsPlace() {
    TrainedWeights weights = train(members, 50, PredictionTarget.IMAGE);
    float[] pixels = members.pixels().clone();
    System.arraycopy(members.pixels(), 0, pixels, 7 * PIXELS, PIXELS);

    double[] evidence =
        evidence(weights).of(MembershipStatistic.LOSS, new TrainingImages(pixels, PIXELS));

    assertThat(evidence[7]).isCloseTo(evidence[0], within(1e-4));
    assertThat(evidence[6]).isNotCloseTo(evidence[0], within(1e-2));
  }

  @Test
  void imagesOfAnotherSizeAreRefused() {
    MembershipEvidence evidence = evidence(train(members, 10, PredictionTarget.IMAGE));

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> evidence.of(MembershipStatistic.LOSS, new TrainingImages(new float[9], 9)))
        .withMessage("pixelsPerImage must be the model's 16; it is 9");
  }

  @Test
  void aModelThatKnowsClassesLooksAtImagesOfTheirs() {
    TrainingImages labelled = new TrainingImages(members.pixels(), PIXELS, new int[IMAGES]);
    TrainedWeights weights =
        new DiffusionTrainer(device)
            .train(
                new ModelOptions(
                    ImageShape.grey(PIXELS, 1),
                    2,
                    new Perceptron(16),
                    PredictionTarget.IMAGE,
                    NoiseSchedule.COARSE),
                labelled,
                TrainingPlan.fromFirstWeights(100, 32, 0.004),
                RANDOM,
                () -> false);
    int[] others = new int[IMAGES];
    Arrays.fill(others, 1);

    assertThat(evidence(weights).of(MembershipStatistic.LOSS, labelled))
        .hasSize(IMAGES)
        .isNotEqualTo(
            evidence(weights)
                .of(
                    MembershipStatistic.LOSS,
                    new TrainingImages(members.pixels(), PIXELS, others)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> evidence(weights).of(MembershipStatistic.PROXIMAL, members))
        .withMessage("labels: a model with 2 classes needs one an image; there are none");
  }

  private Discrimination discriminate(MembershipStatistic statistic, TrainedWeights weights) {
    MembershipEvidence evidence = evidence(weights);
    return Discrimination.of(
        evidence.of(statistic, members), evidence.of(statistic, nonMembers), 200, RANDOM);
  }

  private MembershipEvidence evidence(TrainedWeights weights) {
    return new MembershipEvidence(weights, RANDOM, device);
  }

  private TrainedWeights train(TrainingImages images, int steps, PredictionTarget target) {
    return new DiffusionTrainer(device)
        .train(
            new ModelOptions(
                ImageShape.grey(PIXELS, 1), 0, new Perceptron(64), target, NoiseSchedule.COARSE),
            images,
            TrainingPlan.fromFirstWeights(steps, 32, 0.004),
            RANDOM,
            () -> false);
  }

  private static TrainingImages random(long seed) {
    Random random = new Random(seed);
    float[] pixels = new float[IMAGES * PIXELS];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = 2 * random.nextFloat() - 1;
    }
    return new TrainingImages(pixels, PIXELS);
  }
}
