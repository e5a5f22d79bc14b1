package dev.clade.lineage.ecosystem.network.graph;

import java.util.stream.IntStream;

/** The part of a graph that is left when self-loops, and then isolates, are taken away. */
public final class TiedNodes {
  private final int[] nodes;
  private final DirectedGraph graph;

  private TiedNodes(int[] nodes, DirectedGraph graph) {
    this.nodes = nodes;
    this.graph = graph;
  }

  /** Returns the nodes of a graph that are tied to another, in O(nodes + edges · log edges). */
  public static TiedNodes of(DirectedGraph whole) {
    int[] nodes =
        IntStream.range(0, whole.nodeCount()).filter(node -> !whole.isIsolate(node)).toArray();
    int[] numbers = new int[whole.nodeCount()];
    for (int number = 0; number < nodes.length; number++) {
      numbers[nodes[number]] = number;
    }
    Edges ties = new Edges();
    Neighbors out = whole.out();
    for (int node : nodes) {
      for (int edge = out.start(node); edge < out.end(node); edge++) {
        if (out.neighbor(edge) != node) {
          ties.add(numbers[node], numbers[out.neighbor(edge)], out.weight(edge));
        }
      }
    }
    return new TiedNodes(nodes, ties.directed(nodes.length));
  }

  /** Returns how many nodes there are. */
  public int count() {
    return nodes.length;
  }

  /** Returns the number in the whole graph of a node here; ascending. */
  public int inWhole(int node) {
    return nodes[node];
  }

  /** Returns the ties between these nodes, without self-loops. */
  public DirectedGraph graph() {
    return graph;
  }
}
