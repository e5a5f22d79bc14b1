package dev.clade.local.command;

import dev.clade.lineage.v1.Direction;
import picocli.CommandLine.Option;

/** How far commands walk the graph, and which way. */
final class WalkOptions {
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

  @Option(
      names = "--direction",
      defaultValue = "both",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Way way;

  @Option(
      names = "--depth",
      defaultValue = "0",
      description = "Most steps each way; the service's default without it.")
  private int depth;

  @Option(
      names = "--max-nodes",
      defaultValue = "0",
      description = "Most artifacts to visit. Default: 10,000.")
  private int maxNodes;

  /** Returns which way to walk. */
  Direction direction() {
    return way.direction;
  }

  /** Returns the most steps each way; 0 for the service's default. */
  int depth() {
    return depth;
  }

  /** Returns the most artifacts to visit; 0 for the service's default. */
  int maxNodes() {
    return maxNodes;
  }
}
