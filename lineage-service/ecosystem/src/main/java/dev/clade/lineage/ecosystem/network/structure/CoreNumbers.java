package dev.clade.lineage.ecosystem.network.structure;

import dev.clade.lineage.ecosystem.network.graph.Neighbors;
import dev.clade.lineage.ecosystem.network.graph.UndirectedGraph;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * How deep in the network nodes are. The k-core is what is left when nodes with fewer than k
 * neighbors are taken away until there are none; a node's core number is the largest k whose core
 * has it. Computed with buckets in O(nodes + edges) (Batagelj and Zaveršnik, 2003).
 */
public final class CoreNumbers {
  private final int[] numbers;

  private CoreNumbers(int[] numbers) {
    this.numbers = numbers;
  }

  /** Returns the core numbers of a graph. */
  public static CoreNumbers of(UndirectedGraph graph) {
    return new CoreNumbers(new Peeling(graph).numbers());
  }

  /** Returns the core number of a node. */
  public int of(int node) {
    return numbers[node];
  }

  /** Returns the largest core number; 0 without nodes. */
  public int max() {
    return Arrays.stream(numbers).max().orElse(0);
  }

  /** Returns how many nodes the k-core has. */
  public int coreSize(int k) {
    return (int) Arrays.stream(numbers).filter(number -> number >= k).count();
  }

  /** Returns the nodes of the innermost core, those of the largest core number. */
  public BitSet innermost() {
    int max = max();
    BitSet members = new BitSet(numbers.length);
    IntStream.range(0, numbers.length).filter(node -> numbers[node] == max).forEach(members::set);
    return members;
  }

  /** Takes nodes away in the order of the neighbors that they have left. */
  private static final class Peeling {
    private final Neighbors edges;

    /** Nodes by degree left, where each lies in that order, and where each degree begins. */
    private final int[] order;

    private final int[] places;
    private final int[] begins;
    private final int[] degrees;

    Peeling(UndirectedGraph graph) {
      edges = graph.neighbors();
      int nodes = graph.nodeCount();
      degrees = IntStream.range(0, nodes).map(graph::degree).toArray();
      begins = new int[Arrays.stream(degrees).max().orElse(0) + 2];
      Arrays.stream(degrees).forEach(degree -> begins[degree + 1]++);
      Arrays.parallelPrefix(begins, Integer::sum);
      order = new int[nodes];
      places = new int[nodes];
      int[] next = begins.clone();
      for (int node = 0; node < nodes; node++) {
        places[node] = next[degrees[node]]++;
        order[places[node]] = node;
      }
    }

    int[] numbers() {
      for (int place = 0; place < order.length; place++) {
        int node = order[place];
        for (int edge = edges.start(node); edge < edges.end(node); edge++) {
          if (degrees[edges.neighbor(edge)] > degrees[node]) {
            lower(edges.neighbor(edge));
          }
        }
      }
      return degrees;
    }

    /** Moves a node to the end of the bucket below, by a swap with the first of its own. */
    private void lower(int node) {
      int first = begins[degrees[node]]++;
      int displaced = order[first];
      order[places[node]] = displaced;
      places[displaced] = places[node];
      order[first] = node;
      places[node] = first;
      degrees[node]--;
    }
  }
}
