package dev.clade.lineage.graph.walk;

import dev.clade.lineage.graph.RelationFilter;

/**
 * What to walk, apart from where to start.
 *
 * @param direction which way
 * @param relations types of relations to walk along; others are not in the answer either
 * @param maxDepth most steps each way, at least 0
 * @param maxNodes most artifacts in the answer, at least 1
 */
public record WalkQuestion(
    Direction direction, RelationFilter relations, int maxDepth, int maxNodes) {
  /** Checks the limits. */
  public WalkQuestion {
    if (maxDepth < 0 || maxNodes < 1) {
      throw new IllegalArgumentException("maxDepth %d, maxNodes %d".formatted(maxDepth, maxNodes));
    }
  }
}
