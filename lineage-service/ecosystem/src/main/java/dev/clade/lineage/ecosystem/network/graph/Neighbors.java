package dev.clade.lineage.ecosystem.network.graph;

import java.util.Arrays;

/**
 * The weighted edges of every node in one direction, in compressed sparse rows: the edges of node
 * {@code v} have the indices from {@link #start start(v)} up to, not including, {@link #end
 * end(v)}, ascending by neighbor, each neighbor once. Takes 8 bytes an edge and 4 a node.
 */
public final class Neighbors {
  private final int[] starts;
  private final int[] neighbors;
  private final int[] weights;

  /** Takes arrays over: by node its first edge, then the number of edges; by edge the others. */
  private Neighbors(int[] starts, int[] neighbors, int[] weights) {
    this.starts = starts;
    this.neighbors = neighbors;
    this.weights = weights;
  }

  /**
   * Returns the rows of some edges, in O(nodes + edges).
   *
   * @param edges of each edge, its node in the upper half and its neighbor in the lower; ascending
   * @param weights of each edge in the same order, taken over
   */
  static Neighbors ofSorted(int nodes, long[] edges, int[] weights) {
    int[] starts = new int[nodes + 1];
    int[] neighbors = new int[edges.length];
    for (int edge = 0; edge < edges.length; edge++) {
      starts[Edges.from(edges[edge]) + 1]++;
      neighbors[edge] = Edges.to(edges[edge]);
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    return new Neighbors(starts, neighbors, weights);
  }

  /** Returns how many nodes there are. */
  public int nodeCount() {
    return starts.length - 1;
  }

  /** Returns how many edges there are. */
  public int edgeCount() {
    return neighbors.length;
  }

  /** Returns the index of a node's first edge. */
  public int start(int node) {
    return starts[node];
  }

  /** Returns the index behind a node's last edge. */
  public int end(int node) {
    return starts[node + 1];
  }

  /** Returns the node at the other end of an edge. */
  public int neighbor(int edge) {
    return neighbors[edge];
  }

  /** Returns the weight of an edge, at least 1. */
  public int weight(int edge) {
    return weights[edge];
  }

  /** Returns how many neighbors a node has. */
  public int degree(int node) {
    return end(node) - start(node);
  }

  /** Returns the sum of the weights of a node's edges. */
  public long strength(int node) {
    long strength = 0;
    for (int edge = start(node); edge < end(node); edge++) {
      strength += weights[edge];
    }
    return strength;
  }

  /** Whether a node is another's neighbor, in O(log degree). */
  public boolean contains(int node, int neighbor) {
    return weightBetween(node, neighbor) > 0;
  }

  /** Returns the weight of the edge from a node to another, 0 without one; in O(log degree). */
  public int weightBetween(int node, int neighbor) {
    int edge = Arrays.binarySearch(neighbors, start(node), end(node), neighbor);
    return edge < 0 ? 0 : weights[edge];
  }

  /** Returns the same edges seen from their other ends, in O(nodes + edges). */
  Neighbors transposed() {
    int[] next = new int[starts.length];
    for (int neighbor : neighbors) {
      next[neighbor + 1]++;
    }
    Arrays.parallelPrefix(next, Integer::sum);
    int[] transposedStarts = next.clone();
    int[] sources = new int[neighbors.length];
    int[] transposedWeights = new int[neighbors.length];
    for (int node = 0; node < nodeCount(); node++) {
      for (int edge = start(node); edge < end(node); edge++) {
        int place = next[neighbors[edge]]++;
        sources[place] = node;
        transposedWeights[place] = weights[edge];
      }
    }
    return new Neighbors(transposedStarts, sources, transposedWeights);
  }
}
