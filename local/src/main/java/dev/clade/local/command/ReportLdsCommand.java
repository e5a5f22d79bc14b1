package dev.clade.local.command;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Scores ways to values by how well they predict retrained models. */
@Command(
    name = "lds",
    description =
        "Score sparsified fine-tuning, fine-tuning, retraining and the baselines at equal compute by"
            + " how well they predict retrained models (linear datamodeling score).",
    mixinStandardHelpOptions = true)
public final class ReportLdsCommand extends StudyCommand {
  @Parameters(
      arity = "0..1",
      defaultValue = "DIGITS",
      paramLabel = "GAME",
      description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} by default.")
  private StudyGame game;

  @Override
  List<String> experiments() {
    return game.experiments("e2", "e3");
  }
}
