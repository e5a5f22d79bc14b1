package dev.clade.lineage.ecosystem.network.structure;

import dev.clade.lineage.ecosystem.network.graph.DirectedGraph;
import dev.clade.lineage.ecosystem.network.graph.TiedNodes;

/**
 * How large a network is.
 *
 * @param nodes how many nodes there are, isolates included
 * @param ties how many edges between different nodes
 * @param loops how many nodes have an edge to themselves
 * @param isolates how many nodes are tied to no other
 * @param density ties / (nodes · (nodes − 1)), the directed density with isolates
 */
public record NetworkSize(int nodes, int ties, int loops, int isolates, double density) {
  /** Returns the size of a network whose tied part is known. */
  public static NetworkSize of(DirectedGraph graph, TiedNodes tied) {
    return new NetworkSize(
        graph.nodeCount(),
        tied.graph().edgeCount(),
        graph.loopCount(),
        graph.nodeCount() - tied.count(),
        Density.directed(graph));
  }

  /** Returns isolates / nodes; NaN without nodes. */
  public double isolateShare() {
    return (double) isolates / nodes;
  }
}
