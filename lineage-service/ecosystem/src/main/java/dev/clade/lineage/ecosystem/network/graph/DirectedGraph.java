package dev.clade.lineage.ecosystem.network.graph;

import java.util.stream.IntStream;

/** A directed weighted graph, seen both ways; self-loops may be in it. Immutable. */
public final class DirectedGraph {
  private final Neighbors out;
  private final Neighbors in;

  DirectedGraph(Neighbors out) {
    this.out = out;
    this.in = out.transposed();
  }

  /** Returns how many nodes there are. */
  public int nodeCount() {
    return out.nodeCount();
  }

  /** Returns how many edges there are, self-loops included. */
  public int edgeCount() {
    return out.edgeCount();
  }

  /** Returns the edges by the node that they come from. */
  public Neighbors out() {
    return out;
  }

  /** Returns the edges by the node that they go to. */
  public Neighbors in() {
    return in;
  }

  /** Returns how many nodes have an edge to themselves. */
  public int loopCount() {
    return (int) nodes().filter(node -> out.contains(node, node)).count();
  }

  /** Whether a node has no edge but, perhaps, to itself. */
  public boolean isIsolate(int node) {
    int loop = out.contains(node, node) ? 1 : 0;
    return out.degree(node) == loop && in.degree(node) == loop;
  }

  /**
   * Returns the graph without directions: an edge and its reverse are one, of both weights
   * together, and self-loops are left out.
   */
  public UndirectedGraph undirected() {
    Edges edges = new Edges();
    nodes()
        .forEach(
            node -> {
              for (int edge = out.start(node); edge < out.end(node); edge++) {
                edges.add(node, out.neighbor(edge), out.weight(edge));
              }
            });
    return edges.undirected(nodeCount());
  }

  private IntStream nodes() {
    return IntStream.range(0, nodeCount());
  }
}
