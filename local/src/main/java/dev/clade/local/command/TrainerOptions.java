package dev.clade.local.command;

import dev.clade.valuation.v1.TrainerSpec;
import java.util.Locale;
import picocli.CommandLine.Option;

/** How models of coalitions come about. */
final class TrainerOptions {
  /** How a coalition's model comes about, as typed. */
  enum Method {
    RETRAIN(TrainerSpec.Method.METHOD_RETRAIN),
    FINETUNE(TrainerSpec.Method.METHOD_FINETUNE),
    SPARSIFIED_FINETUNE(TrainerSpec.Method.METHOD_SPARSIFIED_FINETUNE);

    private final TrainerSpec.Method method;

    Method(TrainerSpec.Method method) {
      this.method = method;
    }

    /** As it is typed. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The network, as typed. */
  enum Denoiser {
    PERCEPTRON(TrainerSpec.Denoiser.DENOISER_PERCEPTRON),
    UNET(TrainerSpec.Denoiser.DENOISER_UNET);

    private final TrainerSpec.Denoiser denoiser;

    Denoiser(TrainerSpec.Denoiser denoiser) {
      this.denoiser = denoiser;
    }
  }

  @Option(
      names = "--steps",
      defaultValue = "0",
      description = "Optimizer steps of each training. Default: 300.")
  private int steps;

  @Option(
      names = "--method",
      defaultValue = "retrain",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Method method;

  @Option(
      names = "--finetuning-steps",
      defaultValue = "0",
      description = "Optimizer steps on a coalition's images when fine-tuning. Default: 100.")
  private int finetuningSteps;

  @Option(
      names = "--removed-share",
      defaultValue = "0",
      description = "Part of the channels that sparsified fine-tuning removes. Default: 0.3.")
  private double removedShare;

  @Option(
      names = "--denoiser",
      defaultValue = "perceptron",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Denoiser denoiser;

  @Option(
      names = "--channels",
      defaultValue = "0",
      description = "Channels of a U-Net's first level. Default: 16.")
  private int channels;

  TrainerSpec trainer() {
    return TrainerSpec.newBuilder()
        .setTrainingSteps(steps)
        .setMethod(method.method)
        .setFinetuningSteps(finetuningSteps)
        .setRemovedShare(removedShare)
        .setDenoiser(denoiser.denoiser)
        .setChannels(channels)
        .build();
  }
}
