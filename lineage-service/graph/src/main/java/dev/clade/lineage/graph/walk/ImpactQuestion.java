package dev.clade.lineage.graph.walk;

import dev.clade.lineage.graph.RelationFilter;

/**
 * What to count downstream of artifacts.
 *
 * @param relations types of relations to walk along
 * @param counted which of the artifacts reached to count; the walk goes on through the others
 * @param maxDepth most steps, at least 0
 * @param maxEdges most relations to look at, at least 0; the count ends before the first step that
 *     would take it beyond
 */
public record ImpactQuestion(
    RelationFilter relations, NodeFilter counted, int maxDepth, long maxEdges) {
  /** Checks the limits. */
  public ImpactQuestion {
    if (maxDepth < 0 || maxEdges < 0) {
      throw new IllegalArgumentException("maxDepth %d, maxEdges %d".formatted(maxDepth, maxEdges));
    }
  }
}
