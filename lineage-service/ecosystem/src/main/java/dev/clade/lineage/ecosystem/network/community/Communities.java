package dev.clade.lineage.ecosystem.network.community;

import dev.clade.lineage.ecosystem.network.graph.Neighbors;
import dev.clade.lineage.ecosystem.network.graph.NodeOrder;
import dev.clade.lineage.ecosystem.network.graph.UndirectedGraph;
import java.util.Arrays;

/**
 * A partition of the nodes of a network into communities, numbered from 0 on by size, largest
 * first, equal ones by their first node.
 */
public final class Communities {
  private final int[] byNode;
  private final int[] sizes;
  private final double modularity;

  private Communities(int[] byNode, int[] sizes, double modularity) {
    this.byNode = byNode;
    this.sizes = sizes;
    this.modularity = modularity;
  }

  /**
   * Returns the communities of a graph.
   *
   * @param labels of each node, its community: equal numbers, from 0 on
   */
  public static Communities of(UndirectedGraph graph, int[] labels) {
    int[] labelSizes = new int[Arrays.stream(labels).max().orElse(-1) + 1];
    int[] firstNodes = new int[labelSizes.length];
    for (int node = graph.nodeCount() - 1; node >= 0; node--) {
      labelSizes[labels[node]]++;
      firstNodes[labels[node]] = node;
    }
    // Ordered by first node, then, stably, by size.
    int[] byFirst = NodeOrder.descending(labelSizes.length, label -> -firstNodes[label]);
    int[] places = NodeOrder.descending(byFirst.length, place -> labelSizes[byFirst[place]]);
    int[] numbers = new int[labelSizes.length];
    for (int number = 0; number < places.length; number++) {
      numbers[byFirst[places[number]]] = number;
    }
    int[] byNode = Arrays.stream(labels).map(label -> numbers[label]).toArray();
    int[] sizes =
        Arrays.stream(places)
            .map(place -> labelSizes[byFirst[place]])
            .filter(size -> size > 0)
            .toArray();
    return new Communities(byNode, sizes, modularity(graph, byNode));
  }

  /** Returns how many communities there are. */
  public int count() {
    return sizes.length;
  }

  /** Returns the community of a node. */
  public int of(int node) {
    return byNode[node];
  }

  /** Returns how many nodes a community has. */
  public int size(int community) {
    return sizes[community];
  }

  /**
   * Returns the weighted modularity at resolution 1, {@code Q = Σ (w_c/m − (s_c/2m)²)} with w_c the
   * weight within a community, s_c the strength of its nodes and m all weight (Newman, 2004), −½ to
   * 1; NaN without edges.
   */
  public double modularity() {
    return modularity;
  }

  private static double modularity(UndirectedGraph graph, int[] byNode) {
    Neighbors edges = graph.neighbors();
    double[] strengths = new double[byNode.length];
    double within = 0;
    double all = 0;
    for (int node = 0; node < byNode.length; node++) {
      for (int edge = edges.start(node); edge < edges.end(node); edge++) {
        strengths[byNode[node]] += edges.weight(edge);
        within += byNode[node] == byNode[edges.neighbor(edge)] ? edges.weight(edge) : 0;
        all += edges.weight(edge);
      }
    }
    double expected = 0;
    for (double strength : strengths) {
      expected += strength / all * (strength / all);
    }
    return within / all - expected;
  }
}
