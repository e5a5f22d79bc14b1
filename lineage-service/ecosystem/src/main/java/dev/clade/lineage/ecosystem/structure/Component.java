package dev.clade.lineage.ecosystem.structure;

import dev.clade.lineage.ecosystem.derivation.DerivationGraph;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
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
   * Describes a component, in O(roots · edges).
   *
   * @param members all its models, ascending
   */
  static Component of(DerivationGraph graph, StrongComponents circles, int[] members) {
    long edges = 0;
    int topAncestor = members[0];
    int most = -1;
    for (int model : members) {
      edges += graph.baseCount(model);
      if (circles.isRoot(model)) {
        int descendants = descendants(graph, model);
        if (descendants > most) {
          topAncestor = model;
          most = descendants;
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

  private static int descendants(DerivationGraph graph, int start) {
    IntOpenHashSet seen = new IntOpenHashSet();
    IntArrayList open = IntArrayList.of(start);
    seen.add(start);
    while (!open.isEmpty()) {
      int model = open.popInt();
      for (int i = 0; i < graph.derivedCount(model); i++) {
        if (seen.add(graph.derived(model, i))) {
          open.push(graph.derived(model, i));
        }
      }
    }
    return seen.size() - 1;
  }
}
