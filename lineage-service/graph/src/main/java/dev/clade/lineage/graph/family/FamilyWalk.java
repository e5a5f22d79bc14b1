package dev.clade.lineage.graph.family;

import dev.clade.lineage.graph.RelationFilter;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.graph.walk.Direction;
import dev.clade.lineage.graph.walk.LineageWalk;
import dev.clade.lineage.graph.walk.WalkQuestion;
import it.unimi.dsi.fastutil.ints.IntArrayList;

/**
 * Finds the family of a model.
 *
 * <p>Its roots are the model's ancestors, or the model itself, that have no base model. Where
 * ancestors are each other's bases in a circle that stems from nothing else, the one with the
 * smallest name is a root in the circle's stead: in general, each strongly connected component of
 * the ancestors that no other one is upstream of has its first model as a root. The members are the
 * roots and all that was derived from them.
 */
public final class FamilyWalk {
  private FamilyWalk() {}

  /**
   * Returns the family of a node, in O(ancestors + members and their edges).
   *
   * @param maxNodes most members in the answer, at least 1; a cut answer is the beginning of the
   *     whole one
   */
  public static Family of(GraphSnapshot graph, int model, int maxNodes) {
    IntArrayList roots = Roots.of(graph.upstream(), model);
    WalkQuestion descendants =
        new WalkQuestion(
            Direction.DOWNSTREAM, RelationFilter.DERIVATIONS, Integer.MAX_VALUE, maxNodes);
    return new Family(roots, LineageWalk.from(graph, roots, descendants));
  }
}
