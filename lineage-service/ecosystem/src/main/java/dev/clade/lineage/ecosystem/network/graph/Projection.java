package dev.clade.lineage.ecosystem.network.graph;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * A graph of members that are tied by the groups they share: the one-mode projection of a graph
 * with two kinds of nodes. A group of k members makes k·(k − 1)/2 pairs, so groups above a bound
 * are left out, and counted.
 *
 * @param graph the members; an edge's weight is the number of groups that its ends share
 * @param groupsLeftOut how many groups had more members than the bound
 * @param pairsLeftOut how many pairs of members these groups have, pairs that others have included
 */
public record Projection(UndirectedGraph graph, long groupsLeftOut, long pairsLeftOut) {
  private static final Comparator<Tie> HEAVIEST_FIRST =
      Comparator.comparingInt(Tie::weight)
          .reversed()
          .thenComparingInt(Tie::left)
          .thenComparingInt(Tie::right);

  /**
   * Returns the projection, in O(Σ k² of the groups within the bound).
   *
   * @param groups by group its members; a group and a member are numbers from 0 on
   * @param members how many there are
   * @param largestGroup most members of a group that counts, at least 2
   * @throws IllegalArgumentException when the bound is less
   */
  public static Projection of(Groups groups, int members, int largestGroup) {
    if (largestGroup < 2) {
      throw new IllegalArgumentException("largestGroup must be at least 2; it is " + largestGroup);
    }
    Edges edges = new Edges();
    long groupsLeftOut = 0;
    long pairsLeftOut = 0;
    for (int group = 0; group < groups.groupCount(); group++) {
      long size = groups.size(group);
      if (size > largestGroup) {
        groupsLeftOut++;
        pairsLeftOut += size * (size - 1) / 2;
      } else {
        addPairs(edges, groups, group);
      }
    }
    return new Projection(edges.undirected(members), groupsLeftOut, pairsLeftOut);
  }

  /**
   * Returns the pairs of members that share most groups, equal ones by number; in O(edges · log
   * most).
   *
   * @param most how many to return at most
   */
  public List<Tie> heaviest(int most) {
    PriorityQueue<Tie> kept = new PriorityQueue<>(HEAVIEST_FIRST.reversed());
    Neighbors edges = graph.neighbors();
    for (int node = 0; node < graph.nodeCount(); node++) {
      for (int edge = edges.start(node); edge < edges.end(node); edge++) {
        if (edges.neighbor(edge) > node) {
          kept.add(new Tie(node, edges.neighbor(edge), edges.weight(edge)));
        }
        if (kept.size() > most) {
          kept.poll();
        }
      }
    }
    return kept.stream().sorted(HEAVIEST_FIRST).toList();
  }

  private static void addPairs(Edges edges, Groups groups, int group) {
    for (int i = groups.start(group); i < groups.end(group); i++) {
      for (int j = i + 1; j < groups.end(group); j++) {
        edges.add(groups.member(i), groups.member(j), 1);
      }
    }
  }
}
