package dev.clade.local.bench;

import dev.clade.lineage.v1.Direction;
import dev.clade.lineage.v1.GetLineageRequest;

/** The question that every side of the bench is asked: both ways, with the contract's limits. */
final class LineageQuestion {
  /** Most steps each way. */
  static final int DEPTH = 5;

  /** Most artifacts of an answer. */
  static final int MOST = 10_000;

  /** Most artifacts that are told at once. */
  static final int PAGE = 200;

  private LineageQuestion() {}

  static GetLineageRequest of(String name) {
    return GetLineageRequest.newBuilder()
        .addNames(name)
        .setDirection(Direction.DIRECTION_BOTH)
        .setMaxDepth(DEPTH)
        .setMaxNodes(MOST)
        .setPageSize(PAGE)
        .build();
  }
}
