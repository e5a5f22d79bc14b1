package dev.clade.lineage.graph.walk;

import dev.clade.lineage.graph.RelationFilter;

/**
 * What to walk, apart from where to start.
 *
 * @param direction which way
 * @param relations types of relations to walk along; others are not in the answer either
 * @param returned which artifacts are in the answer, starts included
 * @param through which artifacts the walk goes on from; starts are always walked from, and others
 *     that it may not go on from can still be reached
 * @param from where in its order the answer begins; what comes before is walked all the same
 * @param maxDepth most steps each way, at least 0
 * @param maxNodes most artifacts in the answer, at least 1
 * @param maxEdges most relations to look at, at least 0; the walk ends before the first step that
 *     would take it beyond
 */
public record WalkQuestion(
    Direction direction,
    RelationFilter relations,
    NodeFilter returned,
    NodeFilter through,
    WalkPoint from,
    int maxDepth,
    int maxNodes,
    long maxEdges) {
  /** Checks the limits. */
  public WalkQuestion {
    if (maxDepth < 0 || maxNodes < 1 || maxEdges < 0) {
      throw new IllegalArgumentException(
          "maxDepth %d, maxNodes %d, maxEdges %d".formatted(maxDepth, maxNodes, maxEdges));
    }
  }

  /** Creates a question for every artifact, whatever the number of relations. */
  public WalkQuestion(Direction direction, RelationFilter relations, int maxDepth, int maxNodes) {
    this(
        direction,
        relations,
        NodeFilter.ALL,
        NodeFilter.ALL,
        WalkPoint.START,
        maxDepth,
        maxNodes,
        Long.MAX_VALUE);
  }

  /** Returns the question for other artifacts, walking through others. */
  public WalkQuestion filtered(NodeFilter toReturn, NodeFilter toWalkThrough) {
    return new WalkQuestion(
        direction, relations, toReturn, toWalkThrough, from, maxDepth, maxNodes, maxEdges);
  }

  /** Returns the question for what comes from a point on. */
  public WalkQuestion resumedAt(WalkPoint point) {
    return new WalkQuestion(
        direction, relations, returned, through, point, maxDepth, maxNodes, maxEdges);
  }

  /** Returns the question with another limit on the relations to look at. */
  public WalkQuestion withMaxEdges(long most) {
    return new WalkQuestion(
        direction, relations, returned, through, from, maxDepth, maxNodes, most);
  }
}
