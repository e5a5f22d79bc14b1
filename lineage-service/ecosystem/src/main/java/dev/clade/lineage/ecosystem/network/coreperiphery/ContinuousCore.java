package dev.clade.lineage.ecosystem.network.coreperiphery;

import dev.clade.lineage.ecosystem.network.graph.Neighbors;
import dev.clade.lineage.ecosystem.network.graph.NodeOrder;
import dev.clade.lineage.ecosystem.network.graph.UndirectedGraph;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The continuous core and periphery of Borgatti and Everett (2000): every node has a coreness c,
 * and the tie of two should be as strong as the product of theirs.
 *
 * <p>Found by MINRES, which minimises {@code Σ_{i≠j} (A_ij − c_i·c_j)²} (Boyd et al., 2010), here
 * node after node: with all others fixed, the best coreness is {@code c_i = Σ_j A_ij·c_j / Σ_{j≠i}
 * c_j²}. The sum never grows, so this ends in a minimum, if not always in the least one; it begins
 * with corenesses in proportion to degrees and is repeated until none changes by more than 1e-6, at
 * the most 1,000 times. One round takes O(nodes + edges). Far from the core corenesses fall towards
 * 0 without end; from 1e-150 on they are 0.
 */
public final class ContinuousCore {
  private static final double TOLERANCE = 1e-6;
  private static final int MOST_ROUNDS = 1_000;

  /**
   * Squares of less are no normal numbers, with which processors compute a hundred times slower.
   */
  private static final double NOTHING = 1e-150;

  private final UndirectedGraph graph;
  private final double[] coreness;
  private final int rounds;

  private ContinuousCore(UndirectedGraph graph) {
    this.graph = graph;
    this.coreness = new double[graph.nodeCount()];
    this.rounds = fit();
  }

  /** Returns the corenesses of a graph, whose weights do not count. */
  public static ContinuousCore of(UndirectedGraph graph) {
    return new ContinuousCore(graph);
  }

  /** Returns the coreness of a node, at least 0. */
  public double of(int node) {
    return coreness[node];
  }

  /** Whether no coreness changed any more when the search ended. */
  public boolean converged() {
    return rounds < MOST_ROUNDS;
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

  private int fit() {
    double scale = Math.sqrt(Math.max(1, 2.0 * graph.edgeCount()));
    Arrays.setAll(coreness, node -> graph.degree(node) / scale);
    int round = 0;
    while (round < MOST_ROUNDS && improve() > TOLERANCE) {
      round++;
    }
    return round;
  }

  /** Gives every node its best coreness once, and returns the largest change. */
  private double improve() {
    double squares = 0;
    for (double each : coreness) {
      squares += each * each;
    }
    double change = 0;
    for (int node = 0; node < coreness.length; node++) {
      double sum = neighborSum(node);
      if (sum > 0 || coreness[node] > 0) {
        double others = squares - coreness[node] * coreness[node];
        double best = sum < NOTHING * others ? 0 : sum / others;
        change = Math.max(change, Math.abs(best - coreness[node]));
        coreness[node] = best;
        squares = others + best * best;
      }
    }
    return change;
  }

  private double neighborSum(int node) {
    Neighbors edges = graph.neighbors();
    double sum = 0;
    for (int edge = edges.start(node); edge < edges.end(node); edge++) {
      sum += coreness[edges.neighbor(edge)];
    }
    return sum;
  }

  private double tiedProducts() {
    double sum = 0;
    for (int node = 0; node < coreness.length; node++) {
      sum += coreness[node] * neighborSum(node);
    }
    return sum / 2;
  }
}
