package dev.clade.lineage.graph.snapshot;

/**
 * The typed edges of every node in one direction, in compressed sparse rows: the edges of node
 * {@code v} have the indices from {@link #start start(v)} up to, not including, {@link #end
 * end(v)}, sorted by neighbor, then label. Takes 5 bytes an edge, 4 a node that has any, and 1.5
 * bits a node.
 */
public final class Adjacency {
  private final int nodes;
  private final RowStarts rows;
  private final int[] neighbors;
  private final byte[] labels;

  /** Takes arrays over: the neighbor and the label of each edge. */
  Adjacency(int nodes, RowStarts rows, int[] neighbors, byte[] labels) {
    this.nodes = nodes;
    this.rows = rows;
    this.neighbors = neighbors;
    this.labels = labels;
  }

  /** Returns how many nodes there are. */
  public int nodeCount() {
    return nodes;
  }

  /** Returns the index of a node's first edge. */
  public int start(int node) {
    return rows.start(node);
  }

  /** Returns the index behind a node's last edge. */
  public int end(int node) {
    return rows.end(node);
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
  public Adjacency transposed() {
    int[] sizes = new int[nodes];
    for (int neighbor : neighbors) {
      sizes[neighbor]++;
    }
    RowStarts transposedRows = RowStarts.of(sizes);
    int[] next = sizes;
    for (int node = 0; node < nodes; node++) {
      next[node] = transposedRows.start(node);
    }
    int[] transposedNeighbors = new int[neighbors.length];
    byte[] transposedLabels = new byte[neighbors.length];
    for (int node = 0; node < nodes; node++) {
      int end = end(node);
      for (int edge = start(node); edge < end; edge++) {
        int place = next[neighbors[edge]]++;
        transposedNeighbors[place] = node;
        transposedLabels[place] = labels[edge];
      }
    }
    return new Adjacency(nodes, transposedRows, transposedNeighbors, transposedLabels);
  }
}
