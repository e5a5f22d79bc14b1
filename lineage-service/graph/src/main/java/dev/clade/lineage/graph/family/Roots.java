package dev.clade.lineage.graph.family;

import dev.clade.lineage.graph.RelationFilter;
import dev.clade.lineage.graph.component.StrongComponents;
import dev.clade.lineage.graph.snapshot.Adjacency;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntLists;
import java.util.Arrays;

/**
 * Finds a model's roots: the first model of each strongly connected component of its ancestors that
 * stems from no other component, in O(ancestors + edges).
 */
final class Roots {
  private static final int NOT_A_ROOT = -1;

  private Roots() {}

  /** Returns the roots of a node, ascending; the node itself when it has no base model. */
  static IntArrayList of(Adjacency upstream, int start) {
    StrongComponents components =
        StrongComponents.of(
            upstream, RelationFilter.DERIVATIONS, any -> true, IntLists.singleton(start));
    int[] firstModels = new int[components.count()];
    Arrays.fill(firstModels, Integer.MAX_VALUE);
    for (int number = 0; number < components.size(); number++) {
      int node = components.node(number);
      int component = components.component(node);
      boolean isSource = staysWithin(upstream, components, node);
      firstModels[component] = isSource ? Math.min(firstModels[component], node) : NOT_A_ROOT;
    }
    IntArrayList roots = new IntArrayList();
    for (int model : firstModels) {
      if (model != NOT_A_ROOT) {
        roots.add(model);
      }
    }
    IntArrays.unstableSort(roots.elements(), 0, roots.size());
    return roots;
  }

  private static boolean staysWithin(Adjacency upstream, StrongComponents components, int node) {
    for (int edge = upstream.start(node); edge < upstream.end(node); edge++) {
      if (RelationFilter.DERIVATIONS.accepts(upstream.label(edge))
          && components.component(upstream.neighbor(edge)) != components.component(node)) {
        return false;
      }
    }
    return true;
  }
}
