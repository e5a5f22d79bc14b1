package dev.clade.valuation.worker.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clade.valuation.worker.diffusion.TrainingMethod.Finetuning;
import dev.clade.valuation.worker.diffusion.TrainingMethod.Retraining;
import dev.clade.valuation.worker.diffusion.TrainingMethod.SparsifiedFinetuning;
import dev.clade.valuation.worker.tensor.ExponentialAverage;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainerOptionsTest {
  @Test
  void aValueOutsideItsRangeIsNamed() {
    assertRefused(
        () -> options(9, 0.004, 25), "training_steps must be from 10 to 1,000,000; it is 9");
    assertRefused(
        () -> options(300, 0.004, 101), "sampling_steps must be from 2 to 100; it is 101");
    assertRefused(() -> options(300, Double.NaN, 25), "learning_rate must be in (0, 1]; it is NaN");
    assertRefused(() -> new Finetuning(0), "finetuning_steps must be from 1 to 1,000,000; it is 0");
    assertRefused(
        () -> new SparsifiedFinetuning(1, 0.95), "removed_share must be in (0, 0.9]; it is 0.95");
    assertRefused(
        () -> new Denoiser.OfDenseLayers(7), "hidden_units must be from 8 to 4,096; it is 7");
    assertRefused(
        () -> new Denoiser.OfConvolutions(12), "channels must be a multiple of 8; it is 12");
  }

  /** Spec 3.2: a fresh optimiser, no average of weights; the study's half of the learning rate. */
  @Test
  void whatIsTrainedOnHasHalfTheLearningRateAndNoAverage() {
    TrainingPlan plan = options(300, 0.004, 25).plan().goingOn(100);

    assertThat(plan.steps()).isEqualTo(100);
    assertThat(plan.peakLearningRate()).isEqualTo(0.002);
    assertThat(plan.ema()).isEqualTo(ExponentialAverage.NONE);
  }

  /** Levels go on halving while sides are even and leave 4 pixels or more, up to four levels. */
  @ParameterizedTest
  @CsvSource({"8,8,2", "16,16,3", "28,28,3", "32,32,4", "64,64,4", "5,5,1", "4,4,1", "8,64,2"})
  void aUNetHasAsManyLevelsAsFitTheImages(int width, int height, int levels) {
    ModelOptions model = new Denoiser.OfConvolutions(8).model(ImageShape.grey(width, height));

    assertThat(((UNet) model.network()).multipliers()).hasSize(levels);
  }

  private static TrainerOptions options(int trainingSteps, double learningRate, int samplingSteps) {
    return new TrainerOptions(
        new Retraining(),
        new Denoiser.OfDenseLayers(64),
        trainingSteps,
        64,
        learningRate,
        512,
        samplingSteps);
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }
}
