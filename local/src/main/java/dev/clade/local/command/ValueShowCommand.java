package dev.clade.local.command;

import dev.clade.local.client.MeshClient;
import dev.clade.local.client.ValuationRuns;
import dev.clade.local.view.ValuationView;
import dev.clade.valuation.v1.Valuation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a valuation as it is now. */
@Command(
    name = "show",
    description = "Show a valuation as it is now.",
    mixinStandardHelpOptions = true)
public final class ValueShowCommand extends MeshCommand {
  @Parameters(paramLabel = "NAME", description = "Such as valuations/{id}, or the id alone.")
  private String name;

  @Override
  public Integer call() throws Exception {
    try (MeshClient client = connect()) {
      Valuation run = new ValuationRuns(client).get(ValuationRuns.name(name));
      show(run, ValuationView.render(run));
    }
    return 0;
  }
}
