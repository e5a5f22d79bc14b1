package dev.clade.valuation.worker.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.valuation.worker.fixture.Digits;
import dev.clade.valuation.worker.fixture.Trainers;
import dev.clade.valuation.worker.image.ImageCollection;
import dev.clade.valuation.worker.image.ReferenceImages;
import dev.clade.valuation.worker.reference.ReferenceModel;
import dev.clade.valuation.worker.reference.ReferenceTrainer;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.DeviceChoice;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Utilities of real handwritten digits, with the contract's defaults: 500 reference images, two
 * honest contributors, and one whose images have noise of standard deviation 0.35 (0.7 where pixels
 * go from -1 to 1, as in the pilot that the design follows).
 */
class DigitsValueTest {
  private static final int HONEST = 0b011;
  private static final int NOISY = 0b100;
  private static final int ALL = 0b111;

  @Test
  void honestDataIsWorthMoreThanNoiseAndAllMoreThanNone() throws IOException {
    Digits digits = Digits.read();
    ImageCollection images =
        new ImageCollection(
            "imageSets/digits",
            Digits.WIDTH,
            Digits.WIDTH,
            List.of(
                digits.pixels(500, 700),
                digits.pixels(700, 900),
                digits.pixels(900, 1100, 0.35, 1)),
            ReferenceImages.of(digits.pixels(0, 500), Digits.PIXELS, digits.labels(0, 500)));
    ReferenceModel reference = new ReferenceTrainer().train(images.reference());

    Map<String, Double> none = utilities(images, reference, 0);
    Map<String, Double> noisy = utilities(images, reference, NOISY);
    Map<String, Double> honest = utilities(images, reference, HONEST);
    Map<String, Double> all = utilities(images, reference, ALL);

    // The pilot's seed noise is .08 and its span 3.5: margins are several times the noise.
    assertThat(honest.get("neg_log_fid")).isGreaterThan(noisy.get("neg_log_fid") + 0.5);
    assertThat(noisy.get("neg_log_fid")).isGreaterThan(none.get("neg_log_fid"));
    assertThat(all.get("neg_log_fid")).isGreaterThan(none.get("neg_log_fid") + 1);
    for (String utility : List.of("neg_log_kid", "precision", "coverage", "classifier_score")) {
      assertThat(honest.get(utility))
          .as(utility)
          .isGreaterThan(noisy.get(utility))
          .isGreaterThan(none.get(utility));
    }
  }

  private static Map<String, Double> utilities(
      ImageCollection images, ReferenceModel reference, long coalition) {
    return new CoalitionEvaluator(ComputeDevice.open(DeviceChoice.CPU))
        .evaluate(
            images,
            reference,
            new EvaluationRequest(BitSet.valueOf(new long[] {coalition}), 0, 1, Trainers.DEFAULTS),
            Optional.empty(),
            () -> false);
  }
}
