package dev.clade.valuation.worker.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.worker.diffusion.DiffusionTrainer;
import dev.clade.valuation.worker.diffusion.ImageShape;
import dev.clade.valuation.worker.diffusion.ModelOptions;
import dev.clade.valuation.worker.diffusion.TrainedWeights;
import dev.clade.valuation.worker.diffusion.TrainingImages;
import dev.clade.valuation.worker.diffusion.TrainingPlan;
import dev.clade.valuation.worker.random.RandomSource;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.DeviceChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContributorAttributionTest {
  private static final int PIXELS = 4;
  private static final RandomSource RANDOM = RandomSource.ofRun("imageSets/a", 1);

  private final ComputeDevice device = ComputeDevice.open(DeviceChoice.CPU);
  private final TrainingImages first = random(1, 6);
  private final TrainingImages second = random(2, 9);
  private final TrainingImages generated = random(3, 8);

  /**
   * Worked by hand. A network of zeros guesses zeros, so that the loss of an image x has one
   * gradient that is not zero, {@code -2x / 4}, by the offsets of the output: gradients are like
   * pixels. Second moments of (1, 0, 0, 0), (0, 1, 0, 0) and twice (0, 0, 1, 0), times a quarter,
   * have the eigenvalues 1/4, 1/4 and 1/2.
   */
  @Test
  void gradientsOfANetworkOfZerosAreLikePixels() {
    TrainedWeights trained = train(first);
    TrainedWeights zeros = trained.withWeights(new float[trained.parameterCount()]);
    TrainingImages one = images(1, 0, 0, 0, 0, 1, 0, 0);
    TrainingImages other = images(0, 0, 1, 0, 0, 0, 1, 0);

    Map<AttributionMethod, ContributorScores> scores =
        attribution(4_096, 0.5)
            .score(
                zeros, List.of(one, other), images(0.6f, 0.8f, 0, 0), RANDOM, (done, total) -> {});

    double damping = 0.5 * 1.0 / zeros.parameterCount();
    double trak = 0.25 / (0.25 + damping);
    assertMeans(scores, AttributionMethod.GRADIENT_SIMILARITY, 0.7, 0);
    assertMeans(scores, AttributionMethod.PIXEL_SIMILARITY_MEAN, 0.7, 0);
    assertMeans(scores, AttributionMethod.TRAK, 0.7 * trak, 0);
    assertMeans(scores, AttributionMethod.RENORMALIZED_INFLUENCE, 0.7 * trak / 0.5, 0);
    assertThat(scores.get(AttributionMethod.TRAK).max()[0]).isCloseTo(0.8 * trak, within(1e-6));
    assertThat(scores.get(AttributionMethod.TRAK).sum()[0]).isCloseTo(1.4 * trak, within(1e-6));
  }

  @Test
  void theOrderOfContributorsAndImagesDoesNotMatter() {
    TrainedWeights weights = train(first);
    Map<AttributionMethod, ContributorScores> scores = score(weights, List.of(first, second));

    Map<AttributionMethod, ContributorScores> turned =
        attribution(200, 0.5)
            .score(
                weights,
                List.of(reversed(second), reversed(first)),
                reversed(generated),
                RANDOM,
                (done, total) -> {});

    assertThat(scores).containsOnlyKeys(AttributionMethod.values());
    for (AttributionMethod method : AttributionMethod.values()) {
      double[] means = turned.get(method).mean();
      assertMeans(scores, method, means[1], means[0]);
      assertThat(scores.get(method).max()[0])
          .as(method.name())
          .isCloseTo(turned.get(method).max()[1], within(1e-4));
    }
  }

  @Test
  void theSameInputGivesTheSameBitsAndCopiesGetTheSameScores() {
    TrainedWeights weights = train(first);
    Map<AttributionMethod, ContributorScores> scores =
        score(weights, List.of(first, second, first));

    for (AttributionMethod method : AttributionMethod.values()) {
      ContributorScores again = score(weights, List.of(first, second, first)).get(method);
      assertThat(again.sum()).as(method.name()).isEqualTo(scores.get(method).sum());
      assertThat(again.max()).as(method.name()).isEqualTo(scores.get(method).max());
      // A product of matrices may round the same row otherwise in another place.
      assertThat(again.sum()[0]).as(method.name()).isCloseTo(again.sum()[2], within(1e-4));
    }
  }

  @Test
  void whoGaveTheVeryImagesScoresHighestByPixels() {
    Map<AttributionMethod, ContributorScores> scores =
        score(train(first), List.of(first, generated, second));

    for (AttributionMethod method :
        List.of(AttributionMethod.PIXEL_SIMILARITY_MAX, AttributionMethod.NEAREST_NEIGHBOUR)) {
      double[] means = scores.get(method).mean();
      assertThat(means[1]).as(method.name()).isGreaterThan(means[0]).isGreaterThan(means[2]);
    }
    assertThat(scores.get(AttributionMethod.NEAREST_NEIGHBOUR).sum()).containsExactly(0, 1, 0);
    assertThat(scores.get(AttributionMethod.SIZE).sum()).containsExactly(6, 8, 9);
  }

  @Test
  void progressCountsEveryGradient() {
    List<Integer> done = new ArrayList<>();
    attribution(200, 0.5)
        .score(
            train(first),
            List.of(first),
            generated,
            RANDOM,
            (now, total) -> {
              assertThat(total).isEqualTo(28);
              done.add(now);
            });

    assertThat(done).hasSize(28).isSorted().endsWith(28);
  }

  @Test
  void nobodyOrNothingIsRefused() {
    TrainedWeights weights = train(first);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> score(weights, List.of()))
        .withMessage("contributors: at least one image is needed; there are none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> score(weights, List.of(new TrainingImages(new float[6], 3))))
        .withMessage("pixelsPerImage must be the model's 4; it is 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AttributionOptions(10, 0, 0.5))
        .withMessage("projectionDimensions must be positive and finite; it is 0.0");
  }

  private Map<AttributionMethod, ContributorScores> score(
      TrainedWeights weights, List<TrainingImages> contributors) {
    return attribution(200, 0.5)
        .score(weights, contributors, generated, RANDOM, (done, total) -> {});
  }

  private ContributorAttribution attribution(int dimensions, double damping) {
    return new ContributorAttribution(device, new AttributionOptions(5, dimensions, damping));
  }

  private TrainedWeights train(TrainingImages images) {
    return new DiffusionTrainer(device)
        .train(
            ModelOptions.perceptron(ImageShape.grey(PIXELS, 1), 8),
            images,
            TrainingPlan.fromFirstWeights(50, 8, 0.004),
            RANDOM,
            () -> false);
  }

  private static void assertMeans(
      Map<AttributionMethod, ContributorScores> scores,
      AttributionMethod method,
      double... expected) {
    assertThat(scores.get(method).mean()).as(method.name()).containsExactly(expected, within(1e-4));
  }

  private static TrainingImages images(float... pixels) {
    return new TrainingImages(pixels, PIXELS);
  }

  private static TrainingImages random(long seed, int count) {
    Random random = new Random(seed);
    float[] pixels = new float[count * PIXELS];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = 2 * random.nextFloat() - 1;
    }
    return images(pixels);
  }

  private static TrainingImages reversed(TrainingImages images) {
    float[] pixels = new float[images.pixels().length];
    for (int i = 0; i < images.count(); i++) {
      System.arraycopy(
          images.pixels(), i * PIXELS, pixels, (images.count() - 1 - i) * PIXELS, PIXELS);
    }
    return images(pixels);
  }
}
