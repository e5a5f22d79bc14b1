package dev.clade.local.command;

import java.util.List;
import picocli.CommandLine.Command;

/** Scores ways to values by how well they predict retrained models. */
@Command(
    name = "lds",
    description =
        "Score sparsified fine-tuning, fine-tuning, retraining and the baselines at equal compute by"
            + " how well they predict retrained models (linear datamodeling score).",
    mixinStandardHelpOptions = true)
public final class ReportLdsCommand extends GameStudyCommand {
  @Override
  List<String> experiments() {
    return game().experiments("e2", "e3");
  }
}
