package dev.clade.lineage.ecosystem.network.structure;

import dev.clade.lineage.ecosystem.network.graph.DirectedGraph;
import dev.clade.lineage.ecosystem.network.graph.UndirectedGraph;

/**
 * The share of possible ties that are there, 0 to 1; self-loops are not possible ties. NaN of fewer
 * than two nodes.
 */
public final class Density {
  private Density() {}

  /** Returns E / (V·(V − 1)), where E leaves self-loops out. */
  public static double directed(DirectedGraph graph) {
    return (graph.edgeCount() - graph.loopCount()) / pairs(graph.nodeCount());
  }

  /** Returns 2·E / (V·(V − 1)). */
  public static double undirected(UndirectedGraph graph) {
    return 2.0 * graph.edgeCount() / pairs(graph.nodeCount());
  }

  private static double pairs(int nodes) {
    return nodes < 2 ? Double.NaN : (double) nodes * (nodes - 1);
  }
}
