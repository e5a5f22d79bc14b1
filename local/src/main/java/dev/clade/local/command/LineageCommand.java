package dev.clade.local.command;

import dev.clade.lineage.v1.GetLineageRequest;
import dev.clade.lineage.v1.GetLineageResponse;
import dev.clade.local.client.LineageReader;
import dev.clade.local.client.MeshClient;
import dev.clade.local.view.LineageView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what artifacts were made from, and what was made from them. */
@Command(
    name = "lineage",
    description = "Show what artifacts were made from and what was made from them.",
    mixinStandardHelpOptions = true)
public final class LineageCommand extends MeshCommand {
  @Mixin private StartOptions start;
  @Mixin private WalkOptions walk;

  @Option(
      names = "--children",
      defaultValue = "12",
      description = "Most neighbours to print of one artifact. Default: ${DEFAULT-VALUE}.")
  private int children;

  @Override
  public Integer call() throws Exception {
    GetLineageRequest request =
        GetLineageRequest.newBuilder()
            .addAllNames(start.names())
            .setDirection(walk.direction())
            .setMaxDepth(walk.depth())
            .setMaxNodes(walk.maxNodes())
            .addAllRelationTypes(start.types())
            .build();
    try (MeshClient client = connect()) {
      GetLineageResponse lineage = new LineageReader(client).lineage(request);
      show(lineage, LineageView.render(lineage, children));
    }
    return 0;
  }
}
