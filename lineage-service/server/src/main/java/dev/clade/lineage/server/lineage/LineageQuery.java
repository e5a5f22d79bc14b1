package dev.clade.lineage.server.lineage;

import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.RelationFilter;
import dev.clade.lineage.graph.walk.Direction;
import dev.clade.lineage.graph.walk.WalkQuestion;
import dev.clade.runtime.error.CladeException;
import java.util.List;

/**
 * A question for a lineage, checked.
 *
 * @param names where to start, 1 to {@value #MOST_NAMES} names
 * @param walk what to walk
 */
public record LineageQuery(List<ArtifactName> names, WalkQuestion walk) {
  /** Most names to start from. */
  public static final int MOST_NAMES = 1_000;

  private static final Limit DEPTH = new Limit("max_depth", 5, 100);
  private static final Limit NODES = new Limit("max_nodes", 10_000, 1_000_000);

  /** Keeps an unchangeable copy of the names. */
  public LineageQuery {
    names = List.copyOf(names);
  }

  /**
   * Returns the question that a request asks.
   *
   * @param names resource names to start from
   * @param maxDepth most steps each way, 0 for the default
   * @param maxNodes most artifacts to visit, 0 for the default
   * @throws CladeException when there are no names or too many, one is no resource name, or a limit
   *     is out of its range
   */
  public static LineageQuery of(
      List<String> names,
      Direction direction,
      RelationFilter relations,
      int maxDepth,
      int maxNodes) {
    return new LineageQuery(
        ResourceNames.parseAll("names", names, MOST_NAMES),
        new WalkQuestion(direction, relations, DEPTH.of(maxDepth), NODES.of(maxNodes)));
  }
}
