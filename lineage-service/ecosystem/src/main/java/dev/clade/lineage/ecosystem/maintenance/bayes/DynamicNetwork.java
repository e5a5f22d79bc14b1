package dev.clade.lineage.ecosystem.maintenance.bayes;

import java.util.ArrayList;
import java.util.List;

/**
 * A dynamic Bayesian network of the first order: what is there at one step depends on what was
 * there at the step before, and on what else is there, without a circle.
 *
 * <p>It is the best of all: of every variable every set of parents is tried.
 *
 * @param edges by where they lead to, then where they come from
 * @param score the Bayesian information criterion
 * @param scoreWithoutEdges the same of a network without any
 */
public record DynamicNetwork(List<Edge> edges, double score, double scoreWithoutEdges) {
  /** Keeps an unchangeable copy. */
  public DynamicNetwork {
    edges = List.copyOf(edges);
  }

  /**
   * A dependence.
   *
   * @param from a variable of the table
   * @param to a variable of the later step
   * @param gain what the score loses without it
   * @param with how likely {@code to} is in rows that have {@code from}, 0 to 1; NaN without one
   * @param without how likely {@code to} is in the other rows
   */
  public record Edge(int from, int to, double gain, double with, double without) {}

  /**
   * A row of a variable's conditional probabilities.
   *
   * @param parents the variables that it depends on, as bits
   * @param ones those of them that are 1 here, as bits
   * @param rows how many rows of the table are so
   * @param probability of the variable in these, 0 to 1
   */
  public record Condition(int variable, int parents, int ones, long rows, double probability) {}

  /**
   * Learns a network of k variables, in O(k·4ᵏ·patterns).
   *
   * @param table the variables of the one step, then the same of the next
   * @param within whether what is there can depend on what else is there, and not on the step
   *     before alone
   */
  public static DynamicNetwork of(BinaryTable table, boolean within) {
    int[] best = new NetworkSearch(table, within).parents();
    List<Edge> edges = new ArrayList<>();
    double score = 0;
    double none = 0;
    for (int to = table.variables() / 2; to < table.variables(); to++) {
      int parents = best[to - table.variables() / 2];
      score += table.score(to, parents);
      none += table.score(to, 0);
      for (int from = 0; from < table.variables(); from++) {
        if ((parents >> from & 1) == 1) {
          double gain = table.score(to, parents) - table.score(to, parents ^ 1 << from);
          long[] counts = table.combinations(to, 1 << from);
          edges.add(new Edge(from, to, gain, share(counts, 1), share(counts, 0)));
        }
      }
    }
    return new DynamicNetwork(edges, score, none);
  }

  /** Returns what a variable of the later step depends on, as bits. */
  public int parents(int variable) {
    return edges.stream()
        .filter(each -> each.to() == variable)
        .mapToInt(each -> 1 << each.from())
        .sum();
  }

  /** Returns how likely a variable of the later step is in each combination that occurs. */
  public List<Condition> conditions(BinaryTable table, int variable) {
    int parents = parents(variable);
    long[] combinations = table.combinations(variable, parents);
    List<Condition> found = new ArrayList<>();
    for (int i = 0; i < combinations.length / 2; i++) {
      long rows = combinations[2 * i] + combinations[2 * i + 1];
      if (rows > 0) {
        found.add(
            new Condition(
                variable, parents, Integer.expand(i, parents), rows, share(combinations, i)));
      }
    }
    return found;
  }

  private static double share(long[] counts, int combination) {
    long ones = counts[2 * combination + 1];
    return ones / (double) (counts[2 * combination] + ones);
  }
}
