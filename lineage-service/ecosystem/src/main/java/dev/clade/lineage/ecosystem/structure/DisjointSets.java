package dev.clade.lineage.ecosystem.structure;

import dev.clade.lineage.ecosystem.derivation.DerivationGraph;

/**
 * Models in disjoint sets, each known by its first model: linking to the smaller number, with path
 * halving (Tarjan and van Leeuwen, 1984), in amortised O(log models) a step.
 */
final class DisjointSets {
  private final int[] parents;
  private final int[] sizes;

  private DisjointSets(int end) {
    parents = new int[end];
    sizes = new int[end];
    for (int model = 0; model < end; model++) {
      parents[model] = model;
      sizes[model] = 1;
    }
  }

  /** Returns the sets of models that derivations connect. */
  static DisjointSets of(DerivationGraph graph) {
    DisjointSets sets = new DisjointSets(graph.endModel());
    for (int model = graph.firstModel(); model < graph.endModel(); model++) {
      for (int i = 0; i < graph.baseCount(model); i++) {
        sets.unite(model, graph.base(model, i));
      }
    }
    return sets;
  }

  /** Returns the first model of a model's set. */
  int first(int model) {
    int at = model;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  /** Returns how many models a set has, by its first model. */
  int size(int first) {
    return sizes[first];
  }

  private void unite(int left, int right) {
    int leftFirst = first(left);
    int rightFirst = first(right);
    if (leftFirst != rightFirst) {
      int kept = Math.min(leftFirst, rightFirst);
      int joined = Math.max(leftFirst, rightFirst);
      parents[joined] = kept;
      sizes[kept] += sizes[joined];
    }
  }
}
