package dev.clade.lineage.ecosystem.structure;

import dev.clade.lineage.ecosystem.derivation.DerivationGraph;
import java.util.stream.IntStream;

/**
 * A weakly connected component of a graph of derivations.
 *
 * @param models how many models it has
 * @param edges how many derivations it has
 * @param degrees how many derivations its models have part in
 * @param topAncestor the model that most of the component was derived from, directly or not: what
 *     Laufer et al. (arXiv 2508.06811) name their largest components after. It is the first, by
 *     name, of the {@link Generations roots} with most descendants.
 * @param topAncestorDescendants how many models were derived from that one
 */
public record Component(
    int models, long edges, DegreeTable degrees, int topAncestor, int topAncestorDescendants) {
  /**
   * Describes a component, in O(models of the graph + roots · edges).
   *
   * @param members all its models, ascending
   */
  static Component of(DerivationGraph graph, Circles circles, int[] members) {
    long edges = 0;
    int topAncestor = members[0];
    int most = -1;
    Descendants descendants = new Descendants(graph);
    for (int model : members) {
      edges += graph.baseCount(model);
      if (circles.isRoot(model)) {
        int count = descendants.count(model);
        if (count > most) {
          topAncestor = model;
          most = count;
        }
      }
    }
    DegreeTable degrees = DegreeTable.of(graph, IntStream.of(members));
    return new Component(members.length, edges, degrees, topAncestor, most);
  }

  /** Returns edges / (models · (models − 1)), 0 to 1. */
  public double directedDensity() {
    return GraphSize.directedDensity(models, edges);
  }

  /** Returns twice the directed density: what it is when directions do not count. */
  public double undirectedDensity() {
    return 2 * directedDensity();
  }
}
