package dev.clade.local.command;

import dev.clade.lineage.v1.CountImpactRequest;
import dev.clade.lineage.v1.CountImpactResponse;
import dev.clade.local.client.LineageReader;
import dev.clade.local.client.MeshClient;
import dev.clade.local.view.ImpactView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Counts what depends on artifacts. */
@Command(
    name = "impact",
    description = "Count everything that was made from artifacts, however many steps away.",
    mixinStandardHelpOptions = true)
public final class ImpactCommand extends MeshCommand {
  @Mixin private StartOptions start;

  @Option(
      names = "--depth",
      defaultValue = "0",
      description = "Most steps to walk. Default: 1,000.")
  private int depth;

  @Override
  public Integer call() throws Exception {
    CountImpactRequest request =
        CountImpactRequest.newBuilder()
            .addAllNames(start.names())
            .addAllRelationTypes(start.types())
            .setMaxDepth(depth)
            .build();
    try (MeshClient client = connect()) {
      CountImpactResponse impact = new LineageReader(client).impact(request);
      show(impact, ImpactView.render(impact));
    }
    return 0;
  }
}
