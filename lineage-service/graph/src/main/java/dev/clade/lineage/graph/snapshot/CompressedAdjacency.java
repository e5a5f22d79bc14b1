package dev.clade.lineage.graph.snapshot;

/**
 * Edges in compressed sparse rows, one row behind the other. Takes 5 bytes an edge, 4 a node that
 * has any, and 1.5 bits a node.
 */
final class CompressedAdjacency extends Adjacency {
  private final int nodes;
  private final RowStarts rows;
  private final int[] neighbors;
  private final byte[] labels;

  /** Takes arrays over: the neighbor and the label of each edge. */
  CompressedAdjacency(int nodes, RowStarts rows, int[] neighbors, byte[] labels) {
    this.nodes = nodes;
    this.rows = rows;
    this.neighbors = neighbors;
    this.labels = labels;
  }

  @Override
  public int nodeCount() {
    return nodes;
  }

  @Override
  public int start(int node) {
    return rows.start(node);
  }

  @Override
  public int end(int node) {
    return rows.end(node);
  }

  @Override
  public int neighbor(int edge) {
    return neighbors[edge];
  }

  @Override
  public byte label(int edge) {
    return labels[edge];
  }

  @Override
  public int edgeCount() {
    return neighbors.length;
  }
}
