package dev.clade.lineage.ecosystem.network.structure;

import dev.clade.lineage.ecosystem.network.graph.DirectedGraph;
import dev.clade.lineage.ecosystem.network.graph.Neighbors;

/**
 * How often ties are returned, 0 to 1.
 *
 * <p>A self-loop can be neither returned nor not, so it does not count. Where it is left in, as
 * networkx' {@code overall_reciprocity} does unless it is removed first, it counts as a tie that is
 * not returned; that value is here by its own name, to be held beside figures that were computed
 * so.
 */
public final class Reciprocity {
  private Reciprocity() {}

  /** Returns edges whose reverse exists / edges, self-loops left out; NaN without edges. */
  public static double withoutLoops(DirectedGraph graph) {
    return (double) returned(graph) / (graph.edgeCount() - graph.loopCount());
  }

  /** Returns edges other than self-loops whose reverse exists / all edges; NaN without edges. */
  public static double loopsAsUnreturned(DirectedGraph graph) {
    return (double) returned(graph) / graph.edgeCount();
  }

  /**
   * Returns 2·n(in ∩ out) / (n(in) + n(out)) over the distinct neighbors of a node, itself left
   * out; NaN for an isolate.
   */
  public static double ofNode(DirectedGraph graph, int node) {
    Neighbors out = graph.out();
    int loop = out.contains(node, node) ? 1 : 0;
    int both = returned(graph, node);
    return 2.0 * both / (out.degree(node) + graph.in().degree(node) - 2 * loop);
  }

  private static long returned(DirectedGraph graph) {
    long returned = 0;
    for (int node = 0; node < graph.nodeCount(); node++) {
      returned += returned(graph, node);
    }
    return returned;
  }

  /** Returns how many neighbors a node has both ways: one merge of two ascending rows. */
  private static int returned(DirectedGraph graph, int node) {
    Neighbors out = graph.out();
    Neighbors in = graph.in();
    int both = 0;
    int i = out.start(node);
    int j = in.start(node);
    while (i < out.end(node) && j < in.end(node)) {
      int order = Integer.compare(out.neighbor(i), in.neighbor(j));
      both += order == 0 && out.neighbor(i) != node ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return both;
  }
}
