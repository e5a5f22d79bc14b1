package dev.clade.valuation.server.grpc;

import com.google.common.collect.ImmutableSortedMap;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.server.domain.Denoiser;
import dev.clade.valuation.server.domain.TrainerSettings;
import dev.clade.valuation.server.domain.TrainingMethod;
import dev.clade.valuation.v1.TrainerSpec;

/** Maps how models are trained. */
final class TrainerMessages {
  private TrainerMessages() {}

  static TrainerSettings settings(TrainerSpec trainer) {
    return new TrainerSettings(
        trainer.getTrainingSteps(),
        trainer.getBatchSize(),
        trainer.getHiddenUnits(),
        trainer.getLearningRate(),
        trainer.getGeneratedImageCount(),
        trainer.getSamplingSteps(),
        method(trainer),
        trainer.getFinetuningSteps(),
        trainer.getRemovedShare(),
        denoiser(trainer),
        trainer.getChannels(),
        trainer.getCustom(),
        ImmutableSortedMap.copyOf(trainer.getParametersMap()));
  }

  static TrainerSpec spec(TrainerSettings trainer) {
    TrainerSpec.Builder spec =
        TrainerSpec.newBuilder().setCustom(trainer.custom()).putAllParameters(trainer.parameters());
    if (!trainer.custom().isEmpty()) {
      return spec.build();
    }
    return spec.setTrainingSteps(trainer.trainingSteps())
        .setBatchSize(trainer.batchSize())
        .setHiddenUnits(trainer.hiddenUnits())
        .setLearningRate(trainer.learningRate())
        .setGeneratedImageCount(trainer.generatedImageCount())
        .setSamplingSteps(trainer.samplingSteps())
        .setMethod(method(trainer.method()))
        .setFinetuningSteps(trainer.finetuningSteps())
        .setRemovedShare(trainer.removedShare())
        .setDenoiser(denoiser(trainer.denoiser()))
        .setChannels(trainer.channels())
        .build();
  }

  private static TrainingMethod method(TrainerSpec trainer) {
    return switch (trainer.getMethod()) {
      case METHOD_UNSPECIFIED, METHOD_RETRAIN -> TrainingMethod.RETRAIN;
      case METHOD_FINETUNE -> TrainingMethod.FINETUNE;
      case METHOD_SPARSIFIED_FINETUNE -> TrainingMethod.SPARSIFIED_FINETUNE;
      case UNRECOGNIZED ->
          throw unknown(
              "method",
              trainer.getMethodValue(),
              "must be METHOD_RETRAIN, METHOD_FINETUNE or METHOD_SPARSIFIED_FINETUNE");
    };
  }

  private static TrainerSpec.Method method(TrainingMethod method) {
    return switch (method) {
      case RETRAIN -> TrainerSpec.Method.METHOD_RETRAIN;
      case FINETUNE -> TrainerSpec.Method.METHOD_FINETUNE;
      case SPARSIFIED_FINETUNE -> TrainerSpec.Method.METHOD_SPARSIFIED_FINETUNE;
    };
  }

  private static Denoiser denoiser(TrainerSpec trainer) {
    return switch (trainer.getDenoiser()) {
      case DENOISER_UNSPECIFIED, DENOISER_PERCEPTRON -> Denoiser.PERCEPTRON;
      case DENOISER_UNET -> Denoiser.UNET;
      case UNRECOGNIZED ->
          throw unknown(
              "denoiser",
              trainer.getDenoiserValue(),
              "must be DENOISER_PERCEPTRON or DENOISER_UNET");
    };
  }

  private static TrainerSpec.Denoiser denoiser(Denoiser denoiser) {
    return switch (denoiser) {
      case PERCEPTRON -> TrainerSpec.Denoiser.DENOISER_PERCEPTRON;
      case UNET -> TrainerSpec.Denoiser.DENOISER_UNET;
    };
  }

  private static CladeException unknown(String field, int value, String rule) {
    return CladeException.invalidField(
        Reason.FIELD_UNKNOWN_VALUE, "valuation.trainer." + field, value, rule);
  }
}
