package dev.clade.lineage.graph.walk;

import dev.clade.lineage.graph.snapshot.Edge;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.List;

/**
 * A shortest path, and the relations of all that are equally short.
 *
 * @param nodes the artifacts from the one end to the other; of equally short paths the first, that
 *     is the one with the smaller name where they part
 * @param steps how the paths go, by distance from the start, then by the names of the two
 *     artifacts, then by type and origin; several relations between the same two are several steps
 */
public record Path(IntList nodes, List<Step> steps) {
  /**
   * A step of a path.
   *
   * @param distance steps before this one
   * @param from where it starts
   * @param to where it leads
   * @param edge the relation that it goes along
   */
  public record Step(int distance, int from, int to, Edge edge) {}

  /** Returns how many steps the path has. */
  public int length() {
    return nodes.size() - 1;
  }
}
