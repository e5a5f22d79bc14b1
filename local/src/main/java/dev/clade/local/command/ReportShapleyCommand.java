package dev.clade.local.command;

import java.util.List;
import picocli.CommandLine.Command;

/** Values contributors exactly, and tells how near every estimator comes. */
@Command(
    name = "shapley",
    description =
        "Value eight contributors of known character by retraining every coalition, and tell how"
            + " near each estimator comes with how many of them.",
    mixinStandardHelpOptions = true)
public final class ReportShapleyCommand extends GameStudyCommand {
  @Override
  List<String> experiments() {
    return game().experiments("e1", "e4");
  }
}
