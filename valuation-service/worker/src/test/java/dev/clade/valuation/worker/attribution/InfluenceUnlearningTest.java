package dev.clade.valuation.worker.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clade.valuation.worker.diffusion.DiffusionTrainer;
import dev.clade.valuation.worker.diffusion.ImageShape;
import dev.clade.valuation.worker.diffusion.ModelOptions;
import dev.clade.valuation.worker.diffusion.TrainedWeights;
import dev.clade.valuation.worker.diffusion.TrainingImages;
import dev.clade.valuation.worker.diffusion.TrainingPlan;
import dev.clade.valuation.worker.fixture.Shapes;
import dev.clade.valuation.worker.membership.MembershipEvidence;
import dev.clade.valuation.worker.membership.MembershipStatistic;
import dev.clade.valuation.worker.random.RandomSource;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.DeviceChoice;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class InfluenceUnlearningTest {
  private static final RandomSource RANDOM = RandomSource.ofRun("imageSets/a", 1);

  private final ComputeDevice device = ComputeDevice.open(DeviceChoice.CPU);
  private final TrainingImages triangles = shapes(60, 0);
  private final TrainingImages ts = shapes(30, 4);
  private final TrainedWeights weights =
      new DiffusionTrainer(device)
          .train(
              ModelOptions.perceptron(ImageShape.grey(Shapes.PIXELS, 1), 32),
              ImagePool.of(List.of(triangles, ts)).images(),
              TrainingPlan.fromFirstWeights(400, 32, 0.004),
              RANDOM,
              () -> false);
  private final InfluenceUnlearning unlearning =
      InfluenceUnlearning.prepare(
          weights,
          List.of(triangles, ts),
          new AttributionOptions(10, 1, 0.1),
          RANDOM,
          device,
          (done, total) -> {});

  @Test
  void theModelGetsWorseAtWhatIsRemovedAndHardlyAtWhatStays() {
    TrainedWeights without = unlearning.without(bits(1));

    double removed = loss(without, ts) / loss(weights, ts);
    double stays = loss(without, triangles) / loss(weights, triangles);
    assertThat(removed).isGreaterThan(1.05).isGreaterThan(1 + 3 * (stays - 1));
  }

  @Test
  void removingNobodyChangesNothing() {
    assertThat(unlearning.without(new BitSet()).weights()).isEqualTo(weights.weights());
  }

  @Test
  void whatCannotBeRemovedIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> unlearning.without(bits(2)))
        .withMessage("removed: bit 2 is set; there are 2 contributors");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> unlearning.without(bits(0, 1)))
        .withMessage("removed: no image stays; at least one has to");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                InfluenceUnlearning.prepare(
                    weights.withWeights(weights.weights()),
                    List.of(ts),
                    AttributionOptions.DEFAULTS,
                    RANDOM,
                    device,
                    (done, total) -> {}))
        .withMessage("weights: they must come out of a training; their loss is not known");
  }

  private double loss(TrainedWeights model, TrainingImages images) {
    double[] evidence =
        new MembershipEvidence(model, RANDOM, device).of(MembershipStatistic.LOSS, images);
    return -Arrays.stream(evidence).average().orElseThrow();
  }

  private static BitSet bits(int... members) {
    BitSet bits = new BitSet();
    Arrays.stream(members).forEach(bits::set);
    return bits;
  }

  private static TrainingImages shapes(int count, int firstShape) {
    byte[] bytes = new Shapes(firstShape).images(count, i -> firstShape + i % 4, 0);
    float[] pixels = new float[bytes.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = Byte.toUnsignedInt(bytes[i]) / 127.5f - 1;
    }
    return new TrainingImages(pixels, Shapes.PIXELS);
  }
}
