package dev.clade.lineage.ecosystem.network.graph;

/** An undirected weighted simple graph: no self-loops, no parallel edges. Immutable. */
public final class UndirectedGraph {
  private final Neighbors neighbors;

  /** Takes rows that hold each edge once from either end. */
  UndirectedGraph(Neighbors neighbors) {
    this.neighbors = neighbors;
  }

  /** Returns how many nodes there are. */
  public int nodeCount() {
    return neighbors.nodeCount();
  }

  /** Returns how many edges there are. */
  public int edgeCount() {
    return neighbors.edgeCount() / 2;
  }

  /** Returns the edges from either end, so each of them twice. */
  public Neighbors neighbors() {
    return neighbors;
  }

  /** Returns how many neighbors a node has. */
  public int degree(int node) {
    return neighbors.degree(node);
  }
}
