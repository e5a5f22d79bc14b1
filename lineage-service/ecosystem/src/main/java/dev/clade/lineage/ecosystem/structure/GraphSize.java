package dev.clade.lineage.ecosystem.structure;

import dev.clade.lineage.ecosystem.derivation.DerivationGraph;

/**
 * How large and how dense a graph of derivations is (Stalnaker et al., arXiv 2502.04484).
 *
 * <p>The study computed the density of its whole graph, 2.18e-7, as that of a directed graph and
 * that of the largest component, 8.54e-5, as that of an undirected one. So both are here by name.
 *
 * @param models how many models there are, those that others only name included
 * @param uncatalogued how many of them only others name
 * @param edges how many derivations there are
 * @param selfLoops how many declarations of the snapshot name the artifact itself; they are no
 *     edges
 */
public record GraphSize(long models, long uncatalogued, long edges, long selfLoops) {
  /** Returns the size of a graph. */
  public static GraphSize of(DerivationGraph graph) {
    long uncatalogued = 0;
    for (int model = graph.firstModel(); model < graph.endModel(); model++) {
      uncatalogued += graph.snapshot().isCatalogued(model) ? 0 : 1;
    }
    return new GraphSize(
        graph.modelCount(), uncatalogued, graph.edgeCount(), graph.snapshot().selfLoopCount());
  }

  /** Returns edges / (models · (models − 1)), 0 to 1; 0 of fewer than two models. */
  public double directedDensity() {
    return directedDensity(models, edges);
  }

  /** Returns twice the directed density: what it is when directions do not count. */
  public double undirectedDensity() {
    return 2 * directedDensity();
  }

  static double directedDensity(long nodes, long edges) {
    return nodes < 2 ? 0 : edges / ((double) nodes * (nodes - 1));
  }
}
