package dev.clade.lineage.ecosystem.network.structure;

import dev.clade.lineage.ecosystem.network.graph.DirectedGraph;
import dev.clade.lineage.ecosystem.network.graph.UndirectedGraph;

/**
 * The shape of a network in single numbers, of its tied part where not said otherwise; NaN where a
 * measure is not defined.
 *
 * @param directedDensity ties / (nodes · (nodes − 1))
 * @param undirectedDensity 2 · tied pairs / (nodes · (nodes − 1))
 * @param reciprocity ties whose reverse exists / ties
 * @param reciprocityWithLoops the same of the whole network with self-loops as ties that are not
 *     returned: a mistake that figures from elsewhere may have
 * @param assortativity of degrees, without directions
 * @param outToInAssortativity of out-degree with in-degree, over directed ties
 * @param clustering transitivity and mean clustering, without directions
 * @param largestCoreNumber the largest k that has a k-core
 * @param innermostCoreSize how many nodes that core has
 * @param components parts that are not tied to each other
 */
public record NetworkStructure(
    double directedDensity,
    double undirectedDensity,
    double reciprocity,
    double reciprocityWithLoops,
    double assortativity,
    double outToInAssortativity,
    Clustering clustering,
    int largestCoreNumber,
    int innermostCoreSize,
    ConnectedComponents components) {
  /**
   * Returns the measures of a network.
   *
   * @param whole with self-loops and isolates
   * @param tied the same without
   * @param undirected the tied part without directions
   * @param cores of the tied part without directions
   */
  public static NetworkStructure of(
      DirectedGraph whole, DirectedGraph tied, UndirectedGraph undirected, CoreNumbers cores) {
    return new NetworkStructure(
        Density.directed(tied),
        Density.undirected(undirected),
        Reciprocity.withoutLoops(tied),
        Reciprocity.loopsAsUnreturned(whole),
        DegreeAssortativity.undirected(undirected),
        DegreeAssortativity.outToIn(tied),
        Clustering.of(undirected),
        cores.max(),
        cores.coreSize(cores.max()),
        ConnectedComponents.of(undirected));
  }
}
