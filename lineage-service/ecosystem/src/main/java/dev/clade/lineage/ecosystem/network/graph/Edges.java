package dev.clade.lineage.ecosystem.network.graph;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;

/**
 * Collects weighted edges, equal ones added up, and makes a graph of them. An edge is a {@code
 * long}: the node that it comes from in the upper half, the one that it goes to in the lower. Not
 * thread-safe.
 */
public final class Edges {
  private final Long2IntOpenHashMap weights = new Long2IntOpenHashMap();

  /**
   * Adds to the weight of an edge.
   *
   * @param weight at least 1
   * @throws IllegalArgumentException when the weight is less
   */
  public void add(int from, int to, int weight) {
    if (weight < 1) {
      throw new IllegalArgumentException("weight must be at least 1; it is " + weight);
    }
    weights.addTo(edge(from, to), weight);
  }

  /**
   * Returns the directed graph of what was added.
   *
   * @param nodes how many there are; every end must be less
   */
  public DirectedGraph directed(int nodes) {
    return new DirectedGraph(rows(nodes, weights));
  }

  /**
   * Returns the undirected simple graph of what was added: an edge and its reverse are one, of both
   * weights together, and self-loops are left out.
   *
   * @param nodes how many there are; every end must be less
   */
  public UndirectedGraph undirected(int nodes) {
    Long2IntOpenHashMap both = new Long2IntOpenHashMap(2 * weights.size());
    weights
        .long2IntEntrySet()
        .fastForEach(
            each -> {
              long edge = each.getLongKey();
              if (from(edge) != to(edge)) {
                both.addTo(edge, each.getIntValue());
                both.addTo(edge(to(edge), from(edge)), each.getIntValue());
              }
            });
    return new UndirectedGraph(rows(nodes, both));
  }

  private static Neighbors rows(int nodes, Long2IntOpenHashMap weights) {
    long[] edges = weights.keySet().toLongArray();
    Arrays.sort(edges);
    int[] sorted = new int[edges.length];
    Arrays.setAll(sorted, i -> weights.get(edges[i]));
    return Neighbors.ofSorted(nodes, edges, sorted);
  }

  static long edge(int from, int to) {
    return (long) from << Integer.SIZE | to;
  }

  static int from(long edge) {
    return (int) (edge >>> Integer.SIZE);
  }

  static int to(long edge) {
    return (int) edge;
  }
}
