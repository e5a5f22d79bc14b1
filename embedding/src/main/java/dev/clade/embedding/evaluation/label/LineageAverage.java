package dev.clade.embedding.evaluation.label;

import dev.clade.embedding.feature.LabelColumn;
import dev.clade.embedding.lineage.LineageGraph;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;

/**
 * The most frequent label among a row's relatives whose labels are known, or among all known labels
 * without any (Horwitz et al. 2025). It is shown declared edges, also those of the rows that are
 * tested.
 */
public final class LineageAverage implements LabelPredictor {
  private final String name;
  private final LineageGraph graph;
  private final int[][] children;
  private final boolean siblings;

  private LineageAverage(String name, LineageGraph graph, boolean siblings) {
    this.name = name;
    this.graph = graph;
    this.children = graph.children();
    this.siblings = siblings;
  }

  /** Looks at parents and children: Graph-Avg. */
  public static LineageAverage graph(LineageGraph graph) {
    return new LineageAverage("B1 Graph-Avg", graph, false);
  }

  /** Looks at other children of the parents that have no children themselves: Hub-Avg. */
  public static LineageAverage hub(LineageGraph graph) {
    return new LineageAverage("B1 Hub-Avg", graph, true);
  }

  @Override
  public String name() {
    return name;
  }

  /** Returns whether a row has relatives that it looks at, labelled or not. */
  public boolean connected(int row) {
    return relatives(row).length > 0;
  }

  @Override
  public int[] predict(LabelColumn labels, int[] support, int[] validation, int[] queries) {
    IntOpenHashSet known = new IntOpenHashSet(support);
    int[] all = count(labels, support, known);
    int[] predicted = new int[queries.length];
    for (int i = 0; i < queries.length; i++) {
      int[] near = count(labels, relatives(queries[i]), known);
      predicted[i] = Arrays.stream(near).sum() > 0 ? most(near, all) : most(all, all);
    }
    return predicted;
  }

  private int[] relatives(int row) {
    if (!siblings) {
      int[] parents = graph.parents()[row];
      int[] both = Arrays.copyOf(parents, parents.length + children[row].length);
      System.arraycopy(children[row], 0, both, parents.length, children[row].length);
      return both;
    }
    return Arrays.stream(graph.parents()[row])
        .flatMap(parent -> Arrays.stream(children[parent]))
        .filter(other -> other != row && children[other].length == 0)
        .toArray();
  }

  private static int[] count(LabelColumn labels, int[] rows, IntOpenHashSet known) {
    int[] counts = new int[labels.classes().size()];
    for (int row : rows) {
      if (known.contains(row)) {
        counts[labels.values()[row]]++;
      }
    }
    return counts;
  }

  /** The class with the highest count; of equal ones the more frequent of all. */
  static int most(int[] counts, int[] all) {
    int best = 0;
    for (int c = 1; c < counts.length; c++) {
      if (counts[c] > counts[best] || counts[c] == counts[best] && all[c] > all[best]) {
        best = c;
      }
    }
    return best;
  }
}
