package dev.clade.lineage.ecosystem.network.position;

import dev.clade.lineage.ecosystem.network.graph.DirectedGraph;
import dev.clade.lineage.ecosystem.network.graph.Neighbors;
import java.util.Arrays;

/**
 * PageRank (Brin and Page, 1998): how often a walk is at each node that follows edges in proportion
 * to their weights, and with probability 0.15, or where no edge leads on, goes to any node. Power
 * iteration, which stops when the ranks change by less than 1e-12 together, at the latest after 500
 * steps; a step takes O(nodes + edges).
 */
public final class PageRank {
  private static final double DAMPING = 0.85;
  private static final double TOLERANCE = 1e-12;
  private static final int MOST_STEPS = 500;

  private PageRank() {}

  /** Returns the rank of each node; together they are 1. */
  public static double[] of(DirectedGraph graph) {
    double[] ranks = new double[graph.nodeCount()];
    Arrays.fill(ranks, 1.0 / ranks.length);
    double change = Double.MAX_VALUE;
    for (int step = 0; step < MOST_STEPS && change >= TOLERANCE; step++) {
      double[] next = step(graph.out(), ranks);
      change = 0;
      for (int node = 0; node < ranks.length; node++) {
        change += Math.abs(next[node] - ranks[node]);
      }
      ranks = next;
    }
    return ranks;
  }

  private static double[] step(Neighbors out, double[] ranks) {
    double[] followed = new double[ranks.length];
    double stuck = 0;
    for (int node = 0; node < ranks.length; node++) {
      if (out.degree(node) == 0) {
        stuck += ranks[node];
      } else {
        double share = ranks[node] / out.strength(node);
        for (int edge = out.start(node); edge < out.end(node); edge++) {
          followed[out.neighbor(edge)] += share * out.weight(edge);
        }
      }
    }
    double anywhere = (1 - DAMPING + DAMPING * stuck) / ranks.length;
    Arrays.setAll(followed, node -> anywhere + DAMPING * followed[node]);
    return followed;
  }
}
