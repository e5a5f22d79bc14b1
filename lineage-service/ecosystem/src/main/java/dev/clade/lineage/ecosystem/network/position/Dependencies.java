package dev.clade.lineage.ecosystem.network.position;

import dev.clade.lineage.ecosystem.network.graph.DirectedGraph;
import dev.clade.lineage.ecosystem.network.graph.Neighbors;
import java.util.Arrays;

/**
 * How much of the shortest paths from some pivots depends on each node: Brandes' accumulation
 * (Brandes, 2001, theorem 6), with squares for the error of a sample. Not thread-safe.
 */
final class Dependencies {
  private static final int UNSEEN = -1;

  private final DirectedGraph graph;
  private final double[] totals;
  private final double[] squares;

  /** Of one pivot: distance, number of shortest paths and dependency by node; nodes as reached. */
  private int[] distances;

  private double[] paths;
  private double[] dependencies;
  private int[] reached;

  Dependencies(DirectedGraph graph) {
    this.graph = graph;
    int nodes = graph.nodeCount();
    totals = new double[nodes];
    squares = new double[nodes];
    distances = new int[nodes];
    Arrays.fill(distances, UNSEEN);
    paths = new double[nodes];
    dependencies = new double[nodes];
    reached = new int[nodes];
  }

  int nodeCount() {
    return totals.length;
  }

  /** Adds what depends on each node on the paths from a pivot. */
  void follow(int pivot) {
    int count = reach(pivot);
    Neighbors in = graph.in();
    for (int i = count - 1; i > 0; i--) {
      int node = reached[i];
      double share = (1 + dependencies[node]) / paths[node];
      for (int edge = in.start(node); edge < in.end(node); edge++) {
        int before = in.neighbor(edge);
        if (distances[before] == distances[node] - 1) {
          dependencies[before] += paths[before] * share;
        }
      }
      totals[node] += dependencies[node];
      squares[node] += dependencies[node] * dependencies[node];
    }
    for (int i = 0; i < count; i++) {
      distances[reached[i]] = UNSEEN;
      paths[reached[i]] = 0;
      dependencies[reached[i]] = 0;
    }
  }

  /** Lets go of what only {@link #follow} needs. */
  Dependencies results() {
    distances = null;
    paths = null;
    dependencies = null;
    reached = null;
    return this;
  }

  void add(Dependencies other) {
    for (int node = 0; node < totals.length; node++) {
      totals[node] += other.totals[node];
      squares[node] += other.squares[node];
    }
  }

  double total(int node) {
    return totals[node];
  }

  /** Returns the sample variance of a node's dependency over the pivots. */
  double variance(int node, int pivots) {
    double mean = totals[node] / pivots;
    return Math.max(0, (squares[node] - pivots * mean * mean) / (pivots - 1));
  }

  /** Walks by breadth and counts shortest paths; returns how many nodes were reached. */
  private int reach(int pivot) {
    Neighbors out = graph.out();
    distances[pivot] = 0;
    paths[pivot] = 1;
    reached[0] = pivot;
    int count = 1;
    for (int i = 0; i < count; i++) {
      int node = reached[i];
      for (int edge = out.start(node); edge < out.end(node); edge++) {
        int next = out.neighbor(edge);
        if (distances[next] == UNSEEN) {
          distances[next] = distances[node] + 1;
          reached[count++] = next;
        }
        if (distances[next] == distances[node] + 1) {
          paths[next] += paths[node];
        }
      }
    }
    return count;
  }
}
