package dev.clade.lineage.ecosystem.structure;

import dev.clade.lineage.ecosystem.derivation.DerivationGraph;
import dev.clade.lineage.ecosystem.statistics.Distribution;
import dev.clade.lineage.ecosystem.statistics.Tally;
import it.unimi.dsi.fastutil.ints.IntArrayList;

/**
 * Chains counted one for each sink: its longest, from whatever root. A family with many ways
 * through it weighs no more than its sinks are, unlike in {@link RootToSinkPaths}, and no order of
 * search matters, unlike in {@link DepthFirstChains}.
 *
 * <p>Models that are derived from each other in a circle count as one model.
 *
 * @param lengths of each sink's longest chain, how many models it has, at least 2
 */
public record LongestChains(Distribution lengths) {
  /** Counts the chains of a graph, in O(models + edges). */
  public static LongestChains of(DerivationGraph graph) {
    Circles circles = Circles.of(graph);
    int[] openEdges = openEdges(graph, circles);
    int[] lengths = new int[graph.endModel()];
    Tally tally = new Tally();
    IntArrayList ready = new IntArrayList();
    for (int model = graph.firstModel(); model < graph.endModel(); model++) {
      if (circles.isRoot(model)) {
        lengths[model] = 1;
        ready.add(model);
      }
    }
    while (!ready.isEmpty()) {
      int first = ready.popInt();
      boolean isSink = true;
      for (int member : circles.members(first)) {
        for (int i = 0; i < graph.derivedCount(member); i++) {
          int derived = circles.first(graph.derived(member, i));
          if (derived != first) {
            isSink = false;
            lengths[derived] = Math.max(lengths[derived], lengths[first] + 1);
            if (--openEdges[derived] == 0) {
              ready.push(derived);
            }
          }
        }
      }
      if (isSink && lengths[first] > 1) {
        tally.add(lengths[first]);
      }
    }
    return new LongestChains(tally.distribution());
  }

  /** Returns, by first model of a component, how many edges come to it from other components. */
  private static int[] openEdges(DerivationGraph graph, Circles circles) {
    int[] open = new int[graph.endModel()];
    for (int model = graph.firstModel(); model < graph.endModel(); model++) {
      for (int i = 0; i < graph.baseCount(model); i++) {
        if (circles.first(graph.base(model, i)) != circles.first(model)) {
          open[circles.first(model)]++;
        }
      }
    }
    return open;
  }
}
