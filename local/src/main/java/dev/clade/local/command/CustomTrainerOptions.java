package dev.clade.local.command;

import dev.clade.valuation.v1.TrainerSpec;
import dev.clade.valuation.v1.Valuation;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** A trainer that is not of images. */
final class CustomTrainerOptions {
  private static final String CONTRASTIVE = "contrastive";

  @Option(
      names = "--trainer",
      paramLabel = "NAME",
      defaultValue = "",
      description =
          "contrastive, which learns the shared embedding of repositories; or one that workers of"
              + " your own have. --utility names what is valued; link_mrr by default for contrastive.")
  private String trainer;

  @Option(
      names = "--parameter",
      paramLabel = "NAME=VALUE",
      description = "What that trainer is told; may be repeated.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = "--feature-set",
      paramLabel = "NAME",
      defaultValue = "",
      description = "What contrastive learns from, such as featureSets/{id}.")
  private String featureSet;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "0",
      description = "Epochs of each training of contrastive. Default: 30, or 18 of a large set.")
  private int epochs;

  @Option(
      names = "--publish",
      description = "Make what contrastive learns from everybody a version of the embedding.")
  private boolean publish;

  /** Adds what was typed, if anything. */
  void addTo(TrainerSpec.Builder spec) {
    spec.setCustom(trainer).putAllParameters(parameters);
    if (!featureSet.isEmpty()) {
      spec.putParameters("feature_set", featureSet);
    }
    if (epochs != 0) {
      spec.putParameters("epochs", Integer.toString(epochs));
    }
    if (publish) {
      spec.putParameters("publish", "true");
    }
  }

  /** Names what is valued where nothing was typed. */
  void complete(Valuation.Builder run) {
    if (trainer.equals(CONTRASTIVE) && run.getUtility().isEmpty()) {
      run.setUtility("link_mrr");
    }
  }
}
