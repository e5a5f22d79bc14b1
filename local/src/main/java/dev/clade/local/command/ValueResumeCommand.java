package dev.clade.local.command;

import dev.clade.local.client.MeshClient;
import dev.clade.local.client.ValuationRuns;
import dev.clade.local.view.ValuationView;
import dev.clade.valuation.v1.Valuation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lets a valuation go on. */
@Command(
    name = "resume",
    description =
        "Let a valuation go on that was cancelled, has failed or has spent its budget. Limits that"
            + " are given take the place of all of its own, and include what it has used.",
    mixinStandardHelpOptions = true)
public final class ValueResumeCommand extends MeshCommand {
  @Parameters(paramLabel = "NAME", description = "Such as valuations/{id}, or the id alone.")
  private String name;

  @Mixin private BudgetOptions limits;

  @Override
  public Integer call() throws Exception {
    try (MeshClient client = connect()) {
      Valuation run = new ValuationRuns(client).resume(ValuationRuns.name(name), limits.budget());
      show(run, ValuationView.render(run));
    }
    return 0;
  }
}
