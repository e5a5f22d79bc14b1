package dev.clade.lineage.ecosystem.network.coreperiphery;

import dev.clade.lineage.ecosystem.network.graph.UndirectedGraph;
import dev.clade.lineage.ecosystem.network.structure.CoreNumbers;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Whether a core is more than what degrees alone bring about: how many of some random networks with
 * the same degrees have one that is at least as pronounced. With r of R networks, p = (r + 1)/(R +
 * 1), so p is never 0 (North, Curtis and Sham, 2002). The errors of the discrete core cannot be
 * tested so, because they depend on degrees alone.
 *
 * @param replicates how many random networks there are, R
 * @param correlation p of the continuous core's correlation
 * @param largestCoreNumber p of the largest k that has a k-core
 */
public record CoreSignificance(int replicates, double correlation, double largestCoreNumber) {
  /** What is compared of one network. */
  private record Core(double correlation, int largestCoreNumber) {
    static Core of(UndirectedGraph graph) {
      return new Core(ContinuousCore.of(graph).correlation(), CoreNumbers.of(graph).max());
    }
  }

  /**
   * Returns the test, in O(replicates · (edges · log edges + rounds of MINRES · edges)). Threads
   * change nothing: each replicate has its own seed.
   *
   * @param replicates at least 1; p is never less than 1 / (replicates + 1)
   * @throws IllegalArgumentException when there are fewer
   */
  public static CoreSignificance of(UndirectedGraph graph, int replicates, long seed) {
    if (replicates < 1) {
      throw new IllegalArgumentException("replicates must be at least 1; it is " + replicates);
    }
    Core observed = Core.of(graph);
    List<Core> random =
        IntStream.range(0, replicates)
            .parallel()
            .mapToObj(replicate -> Core.of(Rewiring.of(graph, seed + replicate)))
            .toList();
    return new CoreSignificance(
        replicates,
        p(observed, random, Core::correlation),
        p(observed, random, Core::largestCoreNumber));
  }

  private static double p(Core observed, List<Core> random, ToDoubleFunction<Core> statistic) {
    double least = statistic.applyAsDouble(observed);
    // What is not defined is not less either, so it never makes a core significant.
    long reached = random.stream().filter(core -> !(statistic.applyAsDouble(core) < least)).count();
    return (reached + 1.0) / (random.size() + 1.0);
  }
}
