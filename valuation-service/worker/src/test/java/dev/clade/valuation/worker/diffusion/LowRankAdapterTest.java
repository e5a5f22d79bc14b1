package dev.clade.valuation.worker.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.worker.random.Purpose;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import java.util.List;
import java.util.OptionalDouble;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

class LowRankAdapterTest {
  private static final TrainingImages STRIPES =
      new TrainingImages(Models.stripesAndNegative(), Models.PIXELS);
  private static final LowRankOptions ALL = new LowRankOptions(2, 6, AdaptedMatrices.ALL);

  private final ModelOptions options =
      new ModelOptions(
          Models.IMAGE,
          0,
          new UNet(8, List.of(1, 2), 1, List.of(1), 4, 4),
          PredictionTarget.VELOCITY,
          NoiseSchedule.COARSE);
  private final TrainedWeights base = Models.shaken(options);

  @Test
  void aNewAdapterChangesNothing() {
    assertThat(adapt(ALL, new TrainingImages(new float[0], Models.PIXELS)).merged().weights())
        .isEqualTo(base.weights());
  }

  @Test
  void aTrainedAdapterIsItsMergedModel() {
    LowRankAdapter adapter = adapt(ALL, STRIPES);

    assertThat(adapter.base()).isSameAs(base);
    assertThat(adapter.merged().weights()).isNotEqualTo(base.weights());
    assertMergedGuessesAlike(adapter);
    assertMergedGuessesAlike(adapter.pruned(0.4));
  }

  @Test
  void trainingGoesOnWhereItStopped() {
    LowRankAdapter once = adapt(ALL, STRIPES);
    LowRankAdapter twice =
        Models.TRAINER.finetune(once, STRIPES, Models.plan(300), Models.RANDOM, () -> false);

    assertThat(twice.finalLoss().getAsDouble()).isLessThan(once.finalLoss().getAsDouble());
    assertThat(twice.ranks()).isEqualTo(once.ranks());
  }

  /** The middle and the second level, down once and up twice: four attentions of four matrices. */
  @Test
  void attentionAloneCanBeAdapted() {
    LowRankAdapter adapter = adapt(new LowRankOptions(2, 2, AdaptedMatrices.ATTENTION), STRIPES);

    assertThat(adapter.ranks()).hasSize(16).containsOnly(2);
    assertThat(adapter.parameterCount()).isEqualTo(16 * 2 * (16 + 16));
  }

  @Test
  void aNetworkWithoutAttentionHasNoneToAdapt() {
    TrainedWeights perceptron = Models.untrained(Models.perceptron(0, PredictionTarget.IMAGE));

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Models.TRAINER.adapt(
                    perceptron,
                    new LowRankOptions(2, 2, AdaptedMatrices.ATTENTION),
                    STRIPES,
                    Models.plan(1),
                    Models.RANDOM,
                    () -> false))
        .withMessage("matrices: the network has nothing to adapt under ATTENTION");
  }

  /**
   * Worked by hand: a perceptron of one pixel and one hidden unit has seven matrices, of which each
   * is one column or one row of numbers.
   */
  @Test
  void theSmallestPairsOfAllAdaptersAreRemoved() {
    ModelOptions tiny =
        new ModelOptions(
            ImageShape.grey(1, 1),
            0,
            new Perceptron(1),
            PredictionTarget.IMAGE,
            NoiseSchedule.COARSE);
    TrainedWeights weights = Models.untrained(tiny);
    // Matrices are 1x1, 32x1, 1x1, 32x1, 1x1, 32x1 and 1x1: pairs of 2 and of 33 numbers.
    float[] factors = new float[4 * 2 + 3 * 33];
    factors[0] = 5;
    factors[1] = 5;
    factors[2] = 9;
    factors[35] = 1;
    factors[36] = 1;
    factors[37] = 8;
    factors[70] = 3;
    factors[72] = 7;
    factors[105] = 6;
    LowRankAdapter adapter =
        new LowRankAdapter(
            weights,
            new LowRankOptions(1, 1, AdaptedMatrices.ALL),
            List.of(1, 1, 1, 1, 1, 1, 1),
            factors,
            OptionalDouble.empty());

    // By size: the pairs at 35 (2), at 70 (9), at 105 (36), at 0 (50), 49, 64 and 81.
    assertThat(adapter.pruned(104 / 107.0).ranks()).containsExactly(1, 1, 0, 1, 0, 1, 1);
    assertThat(adapter.pruned(1).ranks()).containsOnly(1);
    LowRankAdapter most = adapter.pruned(0.5);
    assertThat(most.ranks()).containsExactly(0, 1, 0, 0, 0, 0, 0);
    assertThat(most.parameterCount()).isEqualTo(33);
    assertMergedGuessesAlike(most);
  }

  @Test
  void aShareOfNothingIsRefused() {
    LowRankAdapter adapter = adapt(ALL, STRIPES);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> adapter.pruned(0))
        .withMessage("keptShare must be in (0, 1]; it is 0.0");
  }

  private LowRankAdapter adapt(LowRankOptions adapters, TrainingImages images) {
    return Models.TRAINER.adapt(
        base, adapters, images, Models.plan(20), Models.RANDOM, () -> false);
  }

  private static void assertMergedGuessesAlike(LowRankAdapter adapter) {
    ModelOptions options = adapter.base().options();
    int pixels = options.image().pixels();
    float[] images = new float[2 * pixels];
    Models.RANDOM.stream(Purpose.TRAINING_NOISE, 5).fillNormal(images, 0, images.length);
    try (PointerScope scope = new PointerScope()) {
      Tensor noisy = Models.DEVICE.ship(images, 2, pixels);
      Tensor conditions =
          new Conditions(options).ship(new int[] {10, 90}, new int[0], Models.DEVICE);
      DenoisingNetwork network = adapter.base().architecture().network();
      float[] adapted =
          ComputeDevice.fetch(
              network.predict(new AdaptedWeights(adapter, Models.DEVICE), noisy, conditions));
      float[] merged =
          ComputeDevice.fetch(
              network.predict(adapter.merged().parameters(Models.DEVICE), noisy, conditions));

      assertThat(merged).containsExactly(adapted, within(1e-5f));
    }
  }
}
