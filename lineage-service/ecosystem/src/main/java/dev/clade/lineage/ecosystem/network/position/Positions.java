package dev.clade.lineage.ecosystem.network.position;

import dev.clade.lineage.ecosystem.network.graph.DirectedGraph;
import dev.clade.lineage.ecosystem.network.graph.NodeOrder;
import dev.clade.lineage.ecosystem.network.structure.CoreNumbers;
import dev.clade.lineage.ecosystem.network.structure.Reciprocity;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The centralities of the nodes of a network without self-loops and isolates. */
public final class Positions {
  private final DirectedGraph graph;
  private final double[] pageRanks;
  private final Betweenness betweenness;

  private Positions(DirectedGraph graph, double[] pageRanks, Betweenness betweenness) {
    this.graph = graph;
    this.pageRanks = pageRanks;
    this.betweenness = betweenness;
  }

  /**
   * Returns the positions of all nodes.
   *
   * @param tied without self-loops and isolates
   * @param betweenness of the same graph
   */
  public static Positions of(DirectedGraph tied, Betweenness betweenness) {
    return new Positions(tied, PageRank.of(tied), betweenness);
  }

  /** Returns how many others a node's commits tie it to. */
  public int outDegree(int node) {
    return graph.out().degree(node);
  }

  /** Returns how many others' commits tie them to a node. */
  public int inDegree(int node) {
    return graph.in().degree(node);
  }

  /** Returns the sum of the weights of the ties from a node. */
  public long outStrength(int node) {
    return graph.out().strength(node);
  }

  /** Returns the sum of the weights of the ties to a node. */
  public long inStrength(int node) {
    return graph.in().strength(node);
  }

  /** Returns the {@link PageRank} of a node. */
  public double pageRank(int node) {
    return pageRanks[node];
  }

  /** Returns the betweenness of all nodes. */
  public Betweenness betweenness() {
    return betweenness;
  }

  /** Returns the nodes that are highest by a measure, equal ones by number. */
  public int[] highest(IntToDoubleFunction measure, int count) {
    int[] order = NodeOrder.descending(graph.nodeCount(), measure);
    return Arrays.copyOf(order, Math.min(count, order.length));
  }

  /**
   * Returns whether ties are returned more in some positions.
   *
   * @param coreNumbers of the same network without directions
   */
  public ReciprocityByPosition reciprocity(CoreNumbers coreNumbers) {
    double[] reciprocity = values(node -> Reciprocity.ofNode(graph, node));
    return new ReciprocityByPosition(
        RankCorrelation.of(reciprocity, values(this::inDegree)),
        RankCorrelation.of(reciprocity, values(this::outDegree)),
        RankCorrelation.of(reciprocity, values(betweenness::of)),
        RankCorrelation.of(reciprocity, values(coreNumbers::of)));
  }

  private double[] values(IntToDoubleFunction measure) {
    return IntStream.range(0, graph.nodeCount()).mapToDouble(measure).toArray();
  }
}
