package dev.clade.local.command;

import dev.clade.local.client.MeshClient;
import dev.clade.local.client.ValuationRuns;
import dev.clade.local.view.ValuationView;
import dev.clade.valuation.v1.Valuation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Follows a valuation to its end. */
@Command(
    name = "watch",
    description = "Follow a valuation to its end; Ctrl-C leaves it running.",
    mixinStandardHelpOptions = true)
public final class ValueWatchCommand extends MeshCommand {
  @Parameters(paramLabel = "NAME", description = "Such as valuations/{id}, or the id alone.")
  private String name;

  @Override
  public Integer call() throws Exception {
    try (MeshClient client = connect()) {
      Valuation run = ValuationWatch.follow(new ValuationRuns(client), ValuationRuns.name(name));
      show(run, ValuationView.render(run));
      return ValuationWatch.exitCode(run);
    }
  }
}
