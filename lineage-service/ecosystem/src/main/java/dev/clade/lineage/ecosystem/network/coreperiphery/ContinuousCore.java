package dev.clade.lineage.ecosystem.network.coreperiphery;

import dev.clade.lineage.ecosystem.network.graph.NodeOrder;
import dev.clade.lineage.ecosystem.network.graph.UndirectedGraph;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The continuous core and periphery of Borgatti and Everett (2000): every node has a coreness c,
 * and the tie of two should be as strong as the product of theirs.
 *
 * <p>Found by {@link MinimumResidual}. Takes O(nodes + edges) a round of its search.
 */
public final class ContinuousCore {
  private final UndirectedGraph graph;
  private final double[] coreness;
  private final boolean settled;

  private ContinuousCore(UndirectedGraph graph) {
    this.graph = graph;
    MinimumResidual search = MinimumResidual.of(graph);
    this.coreness = search.coreness();
    this.settled = search.settled();
  }

  /** Returns the corenesses of a graph, whose weights do not count. */
  public static ContinuousCore of(UndirectedGraph graph) {
    return new ContinuousCore(graph);
  }

  /** Returns the coreness of a node, at least 0. */
  public double of(int node) {
    return coreness[node];
  }

  /** Whether no coreness changed any more when the search ended; the sum may be flat there. */
  public boolean converged() {
    return settled;
  }

  /** Returns the nodes of largest coreness, equal ones by number. */
  public BitSet highest(int count) {
    BitSet members = new BitSet(coreness.length);
    IntStream.of(NodeOrder.descending(coreness.length, this::of))
        .limit(count)
        .forEach(members::set);
    return members;
  }

  /**
   * Returns Pearson's correlation of {@code A_ij} with {@code c_i·c_j} over all pairs of different
   * nodes, −1 to 1; NaN when one side does not vary. Takes O(nodes + edges), because what sums over
   * all pairs has a closed form.
   */
  public double correlation() {
    double pairs = (double) coreness.length * (coreness.length - 1);
    double sum = 0;
    double squares = 0;
    double fourths = 0;
    for (double each : coreness) {
      sum += each;
      squares += each * each;
      fourths += each * each * each * each;
    }
    double ties = 2.0 * graph.edgeCount() / pairs;
    double products = (sum * sum - squares) / pairs;
    double covariance = 2 * tiedProducts() / pairs - ties * products;
    double tieVariance = ties - ties * ties;
    double productVariance = (squares * squares - fourths) / pairs - products * products;
    return covariance / Math.sqrt(tieVariance * productVariance);
  }

  private double tiedProducts() {
    double sum = 0;
    for (int node = 0; node < coreness.length; node++) {
      sum += coreness[node] * MinimumResidual.neighborSum(graph, coreness, node);
    }
    return sum / 2;
  }
}
