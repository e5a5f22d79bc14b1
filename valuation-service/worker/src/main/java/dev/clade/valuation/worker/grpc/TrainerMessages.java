package dev.clade.valuation.worker.grpc;

import dev.clade.valuation.v1.TrainerSpec;
import dev.clade.valuation.worker.diffusion.Denoiser;
import dev.clade.valuation.worker.diffusion.TrainerOptions;
import dev.clade.valuation.worker.diffusion.TrainingMethod;

/** Turns a trainer's message into options; zero stands for the contract's default of each field. */
final class TrainerMessages {
  private TrainerMessages() {}

  /**
   * Returns the options.
   *
   * @throws IllegalArgumentException naming the field that breaks a rule
   */
  static TrainerOptions options(TrainerSpec spec) {
    if (!spec.getCustom().isEmpty()) {
      throw new IllegalArgumentException(
          "custom: this worker has no trainer but its own; \"%s\" is asked for"
              .formatted(spec.getCustom()));
    }
    return new TrainerOptions(
        method(spec),
        denoiser(spec),
        orDefault(spec.getTrainingSteps(), 300),
        orDefault(spec.getBatchSize(), 64),
        orDefault(spec.getLearningRate(), 0.004),
        orDefault(spec.getGeneratedImageCount(), 512),
        orDefault(spec.getSamplingSteps(), 25));
  }

  private static TrainingMethod method(TrainerSpec spec) {
    int steps = orDefault(spec.getFinetuningSteps(), 100);
    return switch (spec.getMethod()) {
      case METHOD_UNSPECIFIED, METHOD_RETRAIN -> new TrainingMethod.Retraining();
      case METHOD_FINETUNE -> new TrainingMethod.Finetuning(steps);
      case METHOD_SPARSIFIED_FINETUNE ->
          new TrainingMethod.SparsifiedFinetuning(steps, orDefault(spec.getRemovedShare(), 0.3));
      case UNRECOGNIZED -> throw unknown("method", spec.getMethodValue());
    };
  }

  private static Denoiser denoiser(TrainerSpec spec) {
    return switch (spec.getDenoiser()) {
      case DENOISER_UNSPECIFIED, DENOISER_PERCEPTRON ->
          new Denoiser.OfDenseLayers(orDefault(spec.getHiddenUnits(), 64));
      case DENOISER_UNET -> new Denoiser.OfConvolutions(orDefault(spec.getChannels(), 16));
      case UNRECOGNIZED -> throw unknown("denoiser", spec.getDenoiserValue());
    };
  }

  private static IllegalArgumentException unknown(String field, int value) {
    return new IllegalArgumentException(
        "%s: this worker does not know number %d".formatted(field, value));
  }

  private static int orDefault(int value, int defaultValue) {
    return value == 0 ? defaultValue : value;
  }

  private static double orDefault(double value, double defaultValue) {
    return value == 0 ? defaultValue : value;
  }
}
