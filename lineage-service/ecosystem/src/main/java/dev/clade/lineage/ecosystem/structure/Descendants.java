package dev.clade.lineage.ecosystem.structure;

import dev.clade.lineage.ecosystem.derivation.DerivationGraph;
import it.unimi.dsi.fastutil.ints.IntArrayList;

/** Counts how many models were derived from one, directly or not; for many models in turn. */
final class Descendants {
  private final DerivationGraph graph;

  /** By model: the last search that found it, so that nothing is cleared between searches. */
  private final int[] foundBy;

  private int searches;

  Descendants(DerivationGraph graph) {
    this.graph = graph;
    this.foundBy = new int[graph.endModel()];
  }

  /** Returns the number of a model's descendants, itself not included, in O(their edges). */
  int count(int start) {
    searches++;
    foundBy[start] = searches;
    IntArrayList open = IntArrayList.of(start);
    int found = 0;
    while (!open.isEmpty()) {
      int model = open.popInt();
      for (int i = 0; i < graph.derivedCount(model); i++) {
        int derived = graph.derived(model, i);
        if (foundBy[derived] != searches) {
          foundBy[derived] = searches;
          open.push(derived);
          found++;
        }
      }
    }
    return found;
  }
}
