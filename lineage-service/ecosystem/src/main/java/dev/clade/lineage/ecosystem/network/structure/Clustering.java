package dev.clade.lineage.ecosystem.network.structure;

import dev.clade.lineage.ecosystem.network.graph.Neighbors;
import dev.clade.lineage.ecosystem.network.graph.UndirectedGraph;

/**
 * How often two neighbors of a node are tied to each other.
 *
 * @param transitivity 3 · triangles / pairs of edges that meet in a node, 0 to 1; NaN when none do
 * @param mean the mean over nodes of the share of pairs of neighbors that are tied, 0 to 1 (Watts
 *     and Strogatz, 1998); a node with fewer than two neighbors counts as 0; NaN without nodes
 */
public record Clustering(double transitivity, double mean) {
  /** Returns the clustering of a graph, in O(edges^1.5). */
  public static Clustering of(UndirectedGraph graph) {
    long[] triangles = new Triangles(graph).counts();
    long closed = 0;
    double pairs = 0;
    double shares = 0;
    for (int node = 0; node < graph.nodeCount(); node++) {
      double nodePairs = graph.degree(node) * (graph.degree(node) - 1.0) / 2;
      closed += triangles[node];
      pairs += nodePairs;
      shares += nodePairs == 0 ? 0 : triangles[node] / nodePairs;
    }
    return new Clustering(closed / pairs, shares / graph.nodeCount());
  }

  /**
   * Counts each triangle once, from its node of least degree. Edges are looked at from the end of
   * less degree only, of which no node has more than √(2·edges) (Chiba and Nishizeki, 1985).
   */
  private static final class Triangles {
    private final UndirectedGraph graph;
    private final int[] starts;
    private final int[] larger;

    Triangles(UndirectedGraph graph) {
      this.graph = graph;
      starts = new int[graph.nodeCount() + 1];
      larger = new int[graph.edgeCount()];
      Neighbors edges = graph.neighbors();
      int filled = 0;
      for (int node = 0; node < graph.nodeCount(); node++) {
        for (int edge = edges.start(node); edge < edges.end(node); edge++) {
          if (before(node, edges.neighbor(edge))) {
            larger[filled++] = edges.neighbor(edge);
          }
        }
        starts[node + 1] = filled;
      }
    }

    /** Returns of each node how many triangles it is in. */
    long[] counts() {
      long[] counts = new long[graph.nodeCount()];
      int[] markedBy = new int[graph.nodeCount()];
      for (int first = 0; first < graph.nodeCount(); first++) {
        int mark = first + 1;
        for (int i = starts[first]; i < starts[first + 1]; i++) {
          markedBy[larger[i]] = mark;
        }
        for (int i = starts[first]; i < starts[first + 1]; i++) {
          int second = larger[i];
          for (int j = starts[second]; j < starts[second + 1]; j++) {
            if (markedBy[larger[j]] == mark) {
              counts[first]++;
              counts[second]++;
              counts[larger[j]]++;
            }
          }
        }
      }
      return counts;
    }

    /** The order of nodes: by degree, then by number. */
    private boolean before(int left, int right) {
      int order = Integer.compare(graph.degree(left), graph.degree(right));
      return order < 0 || (order == 0 && left < right);
    }
  }
}
