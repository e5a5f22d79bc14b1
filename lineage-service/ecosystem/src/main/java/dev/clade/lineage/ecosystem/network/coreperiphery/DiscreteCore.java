package dev.clade.lineage.ecosystem.network.coreperiphery;

import dev.clade.lineage.ecosystem.network.graph.NodeOrder;
import dev.clade.lineage.ecosystem.network.graph.UndirectedGraph;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The core and periphery of Borgatti and Everett (2000) that fit a network best, found exactly by
 * Lip (arXiv 1102.5511). A fit is worse the more pairs of core members are not tied and the more
 * pairs of the periphery are; ties between core and periphery do not count.
 *
 * <p>With nodes ordered by degree, descending, and {@code Z₀ = E}, the errors of the core of the
 * first k nodes are {@code Z_k = Z_{k−1} + (k − 1) − d_k}. They depend on degrees alone, so no
 * comparison with networks of the same degrees can say anything about them.
 *
 * @param members the first core, by size, with fewest errors; equal degrees are taken by number
 * @param errors how many pairs of nodes do not fit
 */
public record DiscreteCore(BitSet members, long errors) {
  /** Returns the core of a graph, in O(n log n). */
  public static DiscreteCore of(UndirectedGraph graph) {
    int[] order = NodeOrder.descending(graph.nodeCount(), graph::degree);
    long errors = graph.edgeCount();
    long fewest = errors;
    int size = 0;
    for (int k = 1; k <= order.length; k++) {
      errors += k - 1 - graph.degree(order[k - 1]);
      if (errors < fewest) {
        fewest = errors;
        size = k;
      }
    }
    BitSet members = new BitSet(graph.nodeCount());
    IntStream.of(order).limit(size).forEach(members::set);
    return new DiscreteCore(members, fewest);
  }
}
