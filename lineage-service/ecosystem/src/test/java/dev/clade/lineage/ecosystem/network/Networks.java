package dev.clade.lineage.ecosystem.network;

import dev.clade.lineage.ecosystem.network.commit.CommitTable;
import dev.clade.lineage.ecosystem.network.graph.DirectedGraph;
import dev.clade.lineage.ecosystem.network.graph.Edges;
import dev.clade.lineage.ecosystem.network.graph.UndirectedGraph;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Small networks for tests. */
public final class Networks {
  /** The ties of the karate club of Zachary (1977), nodes from 1 on as he numbered them. */
  private static final String KARATE_CLUB =
      """
      1-2 1-3 2-3 1-4 2-4 3-4 1-5 1-6 1-7 5-7 6-7 1-8 2-8 3-8 4-8 1-9 3-9 3-10 1-11 5-11 6-11 1-12
      1-13 4-13 1-14 2-14 3-14 4-14 6-17 7-17 1-18 2-18 1-20 2-20 1-22 2-22 24-26 25-26 3-28 24-28
      25-28 3-29 24-30 27-30 2-31 9-31 1-32 25-32 26-32 29-32 3-33 9-33 15-33 16-33 19-33 21-33 23-33
      24-33 30-33 31-33 32-33 9-34 10-34 14-34 15-34 16-34 19-34 20-34 21-34 23-34 24-34 27-34 28-34
      29-34 30-34 31-34 32-34 33-34
      """;

  private Networks() {}

  /** Returns the karate club, node 0 being Zachary's 1. */
  public static UndirectedGraph karateClub() {
    Edges edges = new Edges();
    for (String tie : KARATE_CLUB.trim().split("\\s+")) {
      String[] ends = tie.split("-");
      edges.add(Integer.parseInt(ends[0]) - 1, Integer.parseInt(ends[1]) - 1, 1);
    }
    return edges.undirected(34);
  }

  /** Returns the undirected graph of some pairs {@code 16·i + j} of nodes below 16. */
  public static UndirectedGraph ofPairs(int nodes, Set<Integer> pairs) {
    Edges edges = new Edges();
    pairs.stream()
        .filter(pair -> pair / 16 < nodes && pair % 16 < nodes)
        .forEach(pair -> edges.add(pair / 16, pair % 16, 1));
    return edges.undirected(nodes);
  }

  /** Returns a random graph in which each pair is tied with the same probability. */
  public static UndirectedGraph random(int nodes, double probability, long seed) {
    return withCore(nodes, 0, probability, seed);
  }

  /** Returns a random graph whose first nodes, the core, are all tied to each other besides. */
  public static UndirectedGraph withCore(int nodes, int core, double probability, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Edges edges = new Edges();
    for (int node = 0; node < nodes; node++) {
      for (int other = node + 1; other < nodes; other++) {
        if (random.nextDouble() < probability || other < core) {
          edges.add(node, other, 1);
        }
      }
    }
    return edges.undirected(nodes);
  }

  /** Returns a directed random graph, without self-loops, with weights from 1 to 3. */
  public static DirectedGraph randomDirected(int nodes, double probability, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Edges edges = new Edges();
    for (int node = 0; node < nodes; node++) {
      for (int other = 0; other < nodes; other++) {
        if (node != other && random.nextDouble() < probability) {
          edges.add(node, other, random.nextInt(1, 4));
        }
      }
    }
    return edges.directed(nodes);
  }

  /**
   * Returns random commits: of each repository 1 to 6, which list one or two of its 1 to 4
   * contributors. These are drawn by the square of a uniform number, so few work on many.
   */
  public static CommitTable commits(int repositories, int people, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    CommitTable.Builder table = new CommitTable.Builder();
    for (int repository = 0; repository < repositories; repository++) {
      List<String> contributors =
          random
              .doubles(random.nextInt(1, 5))
              .mapToObj(uniform -> "person" + (int) (people * uniform * uniform))
              .toList();
      for (int commit = random.nextInt(1, 7); commit > 0; commit--) {
        int first = random.nextInt(contributors.size());
        int end = random.nextInt(first, contributors.size()) + 1;
        table.add("r" + repository, contributors.subList(first, Math.min(end, first + 2)));
      }
    }
    return table.build();
  }
}
