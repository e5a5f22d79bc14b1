package dev.clade.valuation.worker.evaluation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clade.valuation.worker.training.DivergedException;
import org.junit.jupiter.api.Test;

class OutlierRuleTest {
  private static final double[][] USUAL = {{1, 1, 1, 1}, {-1, 1, 0, 0}};

  /** The reference's norm is 2, the root of four dimensions. */
  @Test
  void oneImageFarOffIsADivergence() {
    assertThatCode(() -> OutlierRule.check(new double[][] {{1, 0, 0, 0}, {0, 20, 0, 0}}, USUAL))
        .doesNotThrowAnyException();
    assertThatExceptionOfType(DivergedException.class)
        .isThrownBy(() -> OutlierRule.check(new double[][] {{1, 0, 0, 0}, {0, 21, 0, 0}}, USUAL))
        .withMessage(
            "the sample diverged: features of an image have a norm of 21.0; at most 20.0 is usual");
  }

  /** The root mean square norm of these training images is 5. */
  @Test
  void strangeTrainingImagesMayGiveStrangeOnes() {
    double[][] strange = {{1, 0, 0, 0}, {0, 7, 0, 0}};

    assertThatCode(() -> OutlierRule.check(new double[][] {{0, 50, 0, 0}}, strange))
        .doesNotThrowAnyException();
    assertThatExceptionOfType(DivergedException.class)
        .isThrownBy(() -> OutlierRule.check(new double[][] {{0, 51, 0, 0}}, strange));
  }
}
