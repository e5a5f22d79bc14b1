package dev.clade.valuation.worker.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clade.valuation.v1.TrainerSpec;
import dev.clade.valuation.v1.TrainerSpec.Method;
import dev.clade.valuation.worker.diffusion.Denoiser;
import dev.clade.valuation.worker.diffusion.TrainingMethod.Finetuning;
import dev.clade.valuation.worker.diffusion.TrainingMethod.Retraining;
import dev.clade.valuation.worker.diffusion.TrainingMethod.SparsifiedFinetuning;
import dev.clade.valuation.worker.fixture.Trainers;
import org.junit.jupiter.api.Test;

class TrainerMessagesTest {
  @Test
  void nothingGivenMeansTheContractsDefaults() {
    assertThat(TrainerMessages.options(TrainerSpec.getDefaultInstance()))
        .isEqualTo(Trainers.DEFAULTS);
    TrainerSpec.Builder unet = TrainerSpec.newBuilder();
    unet.setDenoiser(TrainerSpec.Denoiser.DENOISER_UNET);
    assertThat(TrainerMessages.options(unet.build()).denoiser())
        .isEqualTo(new Denoiser.OfConvolutions(16));
    assertThat(TrainerMessages.options(method(Method.METHOD_FINETUNE).build()).method())
        .isEqualTo(new Finetuning(100));
    assertThat(TrainerMessages.options(method(Method.METHOD_SPARSIFIED_FINETUNE).build()).method())
        .isEqualTo(new SparsifiedFinetuning(100, 0.3));
    assertThat(TrainerMessages.options(method(Method.METHOD_RETRAIN).build()).method())
        .isEqualTo(new Retraining());
  }

  @Test
  void whatIsGivenIsTaken() {
    TrainerSpec.Builder spec = method(Method.METHOD_SPARSIFIED_FINETUNE);
    spec.setFinetuningSteps(7).setRemovedShare(0.5).setHiddenUnits(32);
    assertThat(TrainerMessages.options(spec.build()).method())
        .isEqualTo(new SparsifiedFinetuning(7, 0.5));
    assertThat(TrainerMessages.options(spec.build()).denoiser())
        .isEqualTo(new Denoiser.OfDenseLayers(32));
  }

  @Test
  void whatThisWorkerCannotDoIsNamed() {
    assertRefused(
        TrainerSpec.newBuilder().setCustom("my-trainer"),
        "custom: this worker has no trainer but its own; \"my-trainer\" is asked for");
    assertRefused(
        TrainerSpec.newBuilder().setMethodValue(9), "method: this worker does not know number 9");
    assertRefused(
        TrainerSpec.newBuilder().setDenoiserValue(9),
        "denoiser: this worker does not know number 9");
  }

  private static TrainerSpec.Builder method(Method method) {
    return TrainerSpec.newBuilder().setMethod(method);
  }

  private static void assertRefused(TrainerSpec.Builder spec, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrainerMessages.options(spec.build()))
        .withMessage(message);
  }
}
