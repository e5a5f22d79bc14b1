package dev.clade.local.command;

import dev.clade.valuation.v1.TrainerSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** A trainer that is not built in. */
final class CustomTrainerOptions {
  @Option(
      names = "--trainer",
      paramLabel = "NAME",
      defaultValue = "",
      description = "Trainer that workers of your own have; --utility names what they measure.")
  private String trainer;

  @Option(
      names = "--parameter",
      paramLabel = "NAME=VALUE",
      description = "What that trainer is told; may be repeated.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  /** Adds what was typed, if anything. */
  void addTo(TrainerSpec.Builder spec) {
    spec.setCustom(trainer).putAllParameters(parameters);
  }
}
