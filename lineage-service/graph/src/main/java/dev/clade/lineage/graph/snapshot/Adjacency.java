package dev.clade.lineage.graph.snapshot;

/**
 * The typed edges of every node in one direction, as rows: the edges of node {@code v} have the
 * indices from {@link #start start(v)} up to, not including, {@link #end end(v)}, sorted by
 * neighbor, then label. Rows may lie anywhere and indices between them mean nothing, so whoever
 * wants all edges goes from node to node. Immutable.
 */
public abstract sealed class Adjacency permits CompressedAdjacency, OverlaidAdjacency {
  Adjacency() {}

  /** Returns how many nodes there are. */
  public abstract int nodeCount();

  /** Returns the index of a node's first edge. */
  public abstract int start(int node);

  /** Returns the index behind a node's last edge. */
  public abstract int end(int node);

  /** Returns the node at the other end of an edge. */
  public abstract int neighbor(int edge);

  /** Returns the {@link dev.clade.lineage.graph.EdgeLabel} of an edge. */
  public abstract byte label(int edge);

  /** Returns the index of a node's first edge whose neighbor is not before one, in O(log edges). */
  public final int lowerBound(int node, int neighbor) {
    int start = start(node);
    return start + Search.lowerBound(end(node) - start, i -> neighbor(start + i) < neighbor);
  }

  /** Returns how many edges there are. */
  public abstract int edgeCount();

  /** Returns the same edges seen from their other ends, in O(nodes + edges) by counting. */
  public final Adjacency transposed() {
    int[] sizes = new int[nodeCount()];
    for (int node = 0; node < sizes.length; node++) {
      int end = end(node);
      for (int edge = start(node); edge < end; edge++) {
        sizes[neighbor(edge)]++;
      }
    }
    RowStarts rows = RowStarts.of(sizes);
    int[] next = sizes;
    for (int node = 0; node < next.length; node++) {
      next[node] = rows.start(node);
    }
    int[] neighbors = new int[edgeCount()];
    byte[] labels = new byte[neighbors.length];
    for (int node = 0; node < next.length; node++) {
      int end = end(node);
      for (int edge = start(node); edge < end; edge++) {
        int place = next[neighbor(edge)]++;
        neighbors[place] = node;
        labels[place] = label(edge);
      }
    }
    return new CompressedAdjacency(next.length, rows, neighbors, labels);
  }
}
