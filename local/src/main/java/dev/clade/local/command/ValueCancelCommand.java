package dev.clade.local.command;

import dev.clade.local.client.MeshClient;
import dev.clade.local.client.ValuationRuns;
import dev.clade.local.view.ValuationView;
import dev.clade.valuation.v1.Valuation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Ends a valuation. */
@Command(
    name = "cancel",
    description = "End a valuation with the values known so far.",
    mixinStandardHelpOptions = true)
public final class ValueCancelCommand extends MeshCommand {
  @Parameters(paramLabel = "NAME", description = "Such as valuations/{id}, or the id alone.")
  private String name;

  @Override
  public Integer call() throws Exception {
    try (MeshClient client = connect()) {
      Valuation run = new ValuationRuns(client).cancel(ValuationRuns.name(name));
      show(run, ValuationView.render(run));
    }
    return 0;
  }
}
