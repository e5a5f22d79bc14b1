package dev.clade.local.command;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs any of the experiments on valuation. */
@Command(
    name = "experiments",
    description =
        "Run the experiments on valuation, all of them by default, and check what they claim; exits"
            + " with 1 when a claim does not hold.",
    mixinStandardHelpOptions = true)
public final class ReportExperimentsCommand extends StudyCommand {
  @Parameters(paramLabel = "NAME", description = "Experiments to run, such as e1 or e3-clothes.")
  private List<String> names = List.of();

  @Override
  List<String> experiments() {
    return names;
  }
}
