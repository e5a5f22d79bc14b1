package dev.clade.valuation.worker.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clade.valuation.worker.diffusion.TrainerOptions;
import dev.clade.valuation.worker.fixture.ShapeCollection;
import dev.clade.valuation.worker.fixture.Trainers;
import dev.clade.valuation.worker.image.ImageCollection;
import dev.clade.valuation.worker.image.ReferenceImages;
import dev.clade.valuation.worker.metric.Utility;
import dev.clade.valuation.worker.reference.ReferenceModel;
import dev.clade.valuation.worker.reference.ReferenceTrainer;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.DeviceChoice;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoalitionEvaluatorTest {
  private static final TrainerOptions SHORT = Trainers.quick(30);

  private final ImageCollection images = ShapeCollection.named("imageSets/shapes");
  private final ReferenceModel reference = new ReferenceTrainer().train(images.reference());
  private final CoalitionEvaluator evaluator =
      new CoalitionEvaluator(ComputeDevice.open(DeviceChoice.CPU));

  @Test
  void resultsDependNeitherOnOrderNorOnThreads() throws Exception {
    List<Map<String, Double>> inOrder = new ArrayList<>();
    for (int coalition = 0; coalition < 4; coalition++) {
      inOrder.add(evaluate(coalition, 0));
    }

    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Map<String, Double>>> together = new ArrayList<>();
      for (int coalition = 3; coalition >= 0; coalition--) {
        int which = coalition;
        together.add(threads.submit(() -> evaluate(which, 0)));
      }
      for (int coalition = 0; coalition < 4; coalition++) {
        assertThat(together.get(3 - coalition).get()).isEqualTo(inOrder.get(coalition));
      }
    }
  }

  @Test
  void replicatesDiffer() {
    assertThat(evaluate(3, 1)).isNotEqualTo(evaluate(3, 0));
  }

  @Test
  void theEmptyCoalitionIsMeasuredToo() {
    assertThat(evaluate(0, 0).values()).hasSize(Utility.values().length).allMatch(Double::isFinite);
  }

  /** The contract's smallest and largest images, 4x4 and 64x64, of random pixels. */
  @ParameterizedTest
  @ValueSource(ints = {4, 64})
  void imagesOfEverySizeAreMeasured(int side) {
    int pixels = side * side;
    Random random = new Random(1);
    byte[] contributor = new byte[20 * pixels];
    byte[] referencePixels = new byte[50 * pixels];
    byte[] labels = new byte[50];
    random.nextBytes(contributor);
    random.nextBytes(referencePixels);
    labels[0] = (byte) 99;
    ImageCollection noise =
        new ImageCollection(
            "imageSets/noise",
            side,
            side,
            List.of(contributor),
            ReferenceImages.of(referencePixels, pixels, labels));

    Map<String, Double> utilities =
        evaluator.evaluate(
            noise,
            new ReferenceTrainer().train(noise.reference()),
            new EvaluationRequest(BitSet.valueOf(new long[] {1}), 0, 7, SHORT),
            Optional.empty(),
            () -> false);

    assertThat(utilities.values()).hasSize(Utility.values().length).allMatch(Double::isFinite);
  }

  @Test
  void aCoalitionOfStrangersIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> evaluate(8, 0))
        .withMessage("coalition: bit 3 is set; there are 3 contributors");
  }

  private Map<String, Double> evaluate(long coalition, int replicate) {
    return evaluator.evaluate(
        images,
        reference,
        new EvaluationRequest(BitSet.valueOf(new long[] {coalition}), replicate, 7, SHORT),
        Optional.empty(),
        () -> false);
  }
}
