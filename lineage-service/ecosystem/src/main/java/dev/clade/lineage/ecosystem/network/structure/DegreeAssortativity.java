package dev.clade.lineage.ecosystem.network.structure;

import dev.clade.lineage.ecosystem.network.graph.DirectedGraph;
import dev.clade.lineage.ecosystem.network.graph.Neighbors;
import dev.clade.lineage.ecosystem.network.graph.UndirectedGraph;
import java.util.function.IntUnaryOperator;

/**
 * Whether nodes of many ties are tied to each other: Pearson's correlation of the degrees at both
 * ends of edges (Newman, 2002), −1 to 1; NaN where all degrees at an end are equal.
 */
public final class DegreeAssortativity {
  private DegreeAssortativity() {}

  /** Returns the correlation over edges, each taken from either end. */
  public static double undirected(UndirectedGraph graph) {
    return correlation(graph.neighbors(), graph::degree, graph::degree);
  }

  /**
   * Returns the correlation, over edges, of the out-degree of the node that an edge comes from with
   * the in-degree of the one that it goes to. Self-loops count as they are there.
   */
  public static double outToIn(DirectedGraph graph) {
    return correlation(graph.out(), graph.out()::degree, graph.in()::degree);
  }

  private static double correlation(Neighbors edges, IntUnaryOperator from, IntUnaryOperator to) {
    double fromMean = 0;
    double toMean = 0;
    for (int node = 0; node < edges.nodeCount(); node++) {
      fromMean += (double) from.applyAsInt(node) * edges.degree(node);
      for (int edge = edges.start(node); edge < edges.end(node); edge++) {
        toMean += to.applyAsInt(edges.neighbor(edge));
      }
    }
    fromMean /= edges.edgeCount();
    toMean /= edges.edgeCount();
    double fromSquares = 0;
    double toSquares = 0;
    double products = 0;
    for (int node = 0; node < edges.nodeCount(); node++) {
      double fromDeviation = from.applyAsInt(node) - fromMean;
      for (int edge = edges.start(node); edge < edges.end(node); edge++) {
        double toDeviation = to.applyAsInt(edges.neighbor(edge)) - toMean;
        fromSquares += fromDeviation * fromDeviation;
        toSquares += toDeviation * toDeviation;
        products += fromDeviation * toDeviation;
      }
    }
    return products / Math.sqrt(fromSquares * toSquares);
  }
}
