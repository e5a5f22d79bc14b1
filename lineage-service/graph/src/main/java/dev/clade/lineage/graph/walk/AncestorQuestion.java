package dev.clade.lineage.graph.walk;

import dev.clade.lineage.graph.RelationFilter;

/**
 * Which common ancestors to look for.
 *
 * @param relations types of relations to walk along
 * @param maxDepth most steps from each artifact, at least 0
 * @param maxNodes most ancestors in the answer, at least 1
 * @param maxEdges most relations to look at, at least 0; the search ends before the first step that
 *     would take it beyond
 */
public record AncestorQuestion(
    RelationFilter relations, int maxDepth, int maxNodes, long maxEdges) {
  /** Checks the limits. */
  public AncestorQuestion {
    if (maxDepth < 0 || maxNodes < 1 || maxEdges < 0) {
      throw new IllegalArgumentException(
          "maxDepth %d, maxNodes %d, maxEdges %d".formatted(maxDepth, maxNodes, maxEdges));
    }
  }
}
