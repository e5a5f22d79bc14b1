package dev.clade.lineage.ecosystem.network.coreperiphery;

import dev.clade.lineage.ecosystem.network.graph.Edges;
import dev.clade.lineage.ecosystem.network.graph.Neighbors;
import dev.clade.lineage.ecosystem.network.graph.UndirectedGraph;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.SplittableRandom;

/**
 * Draws a random simple graph in which every node has the degree that it has in a given one: the
 * configuration model by switching (Maslov and Sneppen, 2002). Two random edges exchange an end,
 * unless that makes a self-loop or an edge that is there already; this is tried 10 times as often
 * as there are edges, of which Milo et al. (arXiv cond-mat/0312028) found that it mixes well.
 */
final class Rewiring {
  private static final int TRIES_PER_EDGE = 10;

  private final int nodes;
  private final int[] left;
  private final int[] right;
  private final LongOpenHashSet present;

  private Rewiring(UndirectedGraph graph) {
    nodes = graph.nodeCount();
    left = new int[graph.edgeCount()];
    right = new int[graph.edgeCount()];
    present = new LongOpenHashSet(graph.edgeCount());
    Neighbors edges = graph.neighbors();
    int filled = 0;
    for (int node = 0; node < nodes; node++) {
      for (int edge = edges.start(node); edge < edges.end(node); edge++) {
        if (node < edges.neighbor(edge)) {
          left[filled] = node;
          right[filled++] = edges.neighbor(edge);
          present.add(key(node, edges.neighbor(edge)));
        }
      }
    }
  }

  /** Returns a rewired graph, the same for the same seed, in O(edges · log edges). */
  static UndirectedGraph of(UndirectedGraph graph, long seed) {
    Rewiring rewiring = new Rewiring(graph);
    rewiring.switchEdges(new SplittableRandom(seed));
    return rewiring.graph();
  }

  private void switchEdges(SplittableRandom random) {
    long tries = left.length < 2 ? 0 : (long) TRIES_PER_EDGE * left.length;
    for (long i = 0; i < tries; i++) {
      int first = random.nextInt(left.length);
      int second = random.nextInt(left.length);
      if (random.nextBoolean()) {
        int end = left[second];
        left[second] = right[second];
        right[second] = end;
      }
      exchange(first, second);
    }
  }

  /** Makes (a, b) and (c, d) to (a, d) and (c, b) where that leaves the graph simple. */
  private void exchange(int first, int second) {
    int a = left[first];
    int b = right[first];
    int c = left[second];
    int d = right[second];
    if (a == d || c == b || present.contains(key(a, d)) || present.contains(key(c, b))) {
      return;
    }
    present.remove(key(a, b));
    present.remove(key(c, d));
    present.add(key(a, d));
    present.add(key(c, b));
    right[first] = d;
    right[second] = b;
  }

  private UndirectedGraph graph() {
    Edges edges = new Edges();
    for (int edge = 0; edge < left.length; edge++) {
      edges.add(left[edge], right[edge], 1);
    }
    return edges.undirected(nodes);
  }

  private static long key(int node, int other) {
    return (long) Math.min(node, other) << Integer.SIZE | Math.max(node, other);
  }
}
