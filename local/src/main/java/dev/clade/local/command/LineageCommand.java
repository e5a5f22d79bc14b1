package dev.clade.local.command;

import dev.clade.lineage.v1.Direction;
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
  /** Which way to walk, as typed. */
  enum Way {
    UP(Direction.DIRECTION_UPSTREAM),
    DOWN(Direction.DIRECTION_DOWNSTREAM),
    BOTH(Direction.DIRECTION_BOTH);

    private final Direction direction;

    Way(Direction direction) {
      this.direction = direction;
    }
  }

  @Mixin private StartOptions start;

  @Option(
      names = "--direction",
      defaultValue = "both",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Way direction;

  @Option(names = "--depth", defaultValue = "0", description = "Most steps each way. Default: 5.")
  private int depth;

  @Option(
      names = "--max-nodes",
      defaultValue = "0",
      description = "Most artifacts to visit. Default: 10,000.")
  private int maxNodes;

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
            .setDirection(direction.direction)
            .setMaxDepth(depth)
            .setMaxNodes(maxNodes)
            .addAllRelationTypes(start.types())
            .build();
    try (MeshClient client = connect()) {
      GetLineageResponse lineage = new LineageReader(client).lineage(request);
      show(lineage, LineageView.render(lineage, children));
    }
    return 0;
  }
}
