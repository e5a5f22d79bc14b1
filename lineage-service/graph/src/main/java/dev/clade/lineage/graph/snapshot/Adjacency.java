package dev.clade.lineage.graph.snapshot;

import java.util.Arrays;

/**
 * The typed edges of every node in one direction, in compressed sparse rows: the edges of node
 * {@code v} have the indices from {@link #start start(v)} up to, not including, {@link #end
 * end(v)}, sorted by neighbor, then label. Takes 4 bytes a node and 5 an edge.
 */
public final class Adjacency {
  private final int[] offsets;
  private final int[] neighbors;
  private final byte[] labels;

  /** Takes arrays over: row offsets (one more than nodes), and neighbor and label of each edge. */
  Adjacency(int[] offsets, int[] neighbors, byte[] labels) {
    this.offsets = offsets;
    this.neighbors = neighbors;
    this.labels = labels;
  }

  /** Returns the index of a node's first edge. */
  public int start(int node) {
    return offsets[node];
  }

  /** Returns the index behind a node's last edge. */
  public int end(int node) {
    return offsets[node + 1];
  }

  /** Returns the node at the other end of an edge. */
  public int neighbor(int edge) {
    return neighbors[edge];
  }

  /** Returns the {@link dev.clade.lineage.graph.EdgeLabel} of an edge. */
  public byte label(int edge) {
    return labels[edge];
  }

  /** Returns how many edges there are. */
  public int edgeCount() {
    return neighbors.length;
  }

  /** Returns the same edges seen from their other ends, in O(nodes + edges) by counting. */
  Adjacency transposed() {
    int nodes = offsets.length - 1;
    int[] next = new int[nodes + 1];
    for (int neighbor : neighbors) {
      next[neighbor + 1]++;
    }
    Arrays.parallelPrefix(next, Integer::sum);
    int[] transposedOffsets = next.clone();
    int[] transposedNeighbors = new int[neighbors.length];
    byte[] transposedLabels = new byte[neighbors.length];
    for (int node = 0; node < nodes; node++) {
      for (int edge = start(node); edge < end(node); edge++) {
        int place = next[neighbors[edge]]++;
        transposedNeighbors[place] = node;
        transposedLabels[place] = labels[edge];
      }
    }
    return new Adjacency(transposedOffsets, transposedNeighbors, transposedLabels);
  }
}
