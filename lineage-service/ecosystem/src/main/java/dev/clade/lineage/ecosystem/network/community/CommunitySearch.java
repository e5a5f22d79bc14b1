package dev.clade.lineage.ecosystem.network.community;

import dev.clade.lineage.ecosystem.network.graph.Neighbors;
import dev.clade.lineage.ecosystem.network.graph.UndirectedGraph;
import java.util.Arrays;
import java.util.Random;
import nl.cwts.networkanalysis.IterativeCPMClusteringAlgorithm;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.LouvainAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;

/**
 * Searches for the communities of highest weighted modularity at resolution 1, by the
 * implementation of the authors of the Leiden algorithm (Traag, Waltman and van Eck, 2019). It runs
 * 10 iterations on one thread; the same seed gives the same communities.
 */
public enum CommunitySearch {
  /** Louvain (Blondel et al., 2008), as the studies used; communities may fall apart. */
  LOUVAIN {
    @Override
    IterativeCPMClusteringAlgorithm algorithm(double resolution, Random random) {
      return new LouvainAlgorithm(resolution, ITERATIONS, random);
    }
  },
  /** Leiden, whose communities always hang together. */
  LEIDEN {
    @Override
    IterativeCPMClusteringAlgorithm algorithm(double resolution, Random random) {
      return new LeidenAlgorithm(
          resolution, ITERATIONS, LeidenAlgorithm.DEFAULT_RANDOMNESS, random);
    }
  };

  private static final int ITERATIONS = 10;

  /** Returns the communities found; a node without ties is one by itself. */
  public Communities in(UndirectedGraph graph, long seed) {
    return Communities.of(graph, graph.edgeCount() == 0 ? singletons(graph) : search(graph, seed));
  }

  private int[] search(UndirectedGraph graph, long seed) {
    Network network = network(graph);
    // Modularity is the constant Potts model with strengths as node weights and 1/2m as resolution.
    double resolution = 1 / (2 * network.getTotalEdgeWeight());
    return algorithm(resolution, new Random(seed)).findClustering(network).getClusters();
  }

  abstract IterativeCPMClusteringAlgorithm algorithm(double resolution, Random random);

  private static int[] singletons(UndirectedGraph graph) {
    int[] labels = new int[graph.nodeCount()];
    Arrays.setAll(labels, node -> node);
    return labels;
  }

  private static Network network(UndirectedGraph graph) {
    Neighbors edges = graph.neighbors();
    long[] starts = new long[graph.nodeCount() + 1];
    int[] neighbors = new int[edges.edgeCount()];
    double[] weights = new double[edges.edgeCount()];
    Arrays.setAll(neighbors, edges::neighbor);
    Arrays.setAll(weights, edges::weight);
    for (int node = 0; node < graph.nodeCount(); node++) {
      starts[node + 1] = edges.end(node);
    }
    return new Network(
        graph.nodeCount(),
        true,
        starts,
        new LargeIntArray(neighbors),
        new LargeDoubleArray(weights),
        false);
  }
}
