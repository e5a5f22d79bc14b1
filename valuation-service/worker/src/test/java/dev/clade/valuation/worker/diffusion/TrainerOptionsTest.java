package dev.clade.valuation.worker.diffusion;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TrainerOptionsTest {
  @Test
  void aValueOutsideItsRangeIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TrainerOptions(9, 64, 64, 0.004, 512, 25))
        .withMessage("training_steps must be from 10 to 1,000,000; it is 9");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TrainerOptions(300, 64, 64, 0.004, 512, 101))
        .withMessage("sampling_steps must be from 2 to 100; it is 101");
  }

  @Test
  void aLearningRateThatIsNoNumberIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TrainerOptions(300, 64, 64, Double.NaN, 512, 25))
        .withMessage("learning_rate must be in (0, 1]; it is NaN");
  }
}
