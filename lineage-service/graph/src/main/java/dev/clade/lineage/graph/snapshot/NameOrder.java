package dev.clade.lineage.graph.snapshot;

import dev.clade.lineage.graph.record.Names;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntComparator;

/**
 * The name ids of a growing table in sorted order. Names that came since the last time are sorted
 * and merged in: O(n + m log m) for m new ones.
 */
final class NameOrder {
  /** Compares two names of a table. */
  @FunctionalInterface
  interface Comparison {
    int compare(Names names, int left, int right);
  }

  private final Comparison comparison;
  private int[] sorted = {};

  private NameOrder(Comparison comparison) {
    this.comparison = comparison;
  }

  /** Returns an order by resource name. */
  static NameOrder exact() {
    return new NameOrder(Names::compare);
  }

  /** Returns an order regardless of case, names differing only in case by resource name. */
  static NameOrder folded() {
    return new NameOrder(
        (names, left, right) -> {
          int folded = names.compareFolded(left, right);
          return folded == 0 ? names.compare(left, right) : folded;
        });
  }

  /** Returns all ids in order. The array is this object's own: valid until the next call. */
  int[] update(Names names) {
    if (names.count() > sorted.length) {
      int[] added = new int[names.count() - sorted.length];
      for (int i = 0; i < added.length; i++) {
        added[i] = sorted.length + i;
      }
      IntComparator comparator = (left, right) -> comparison.compare(names, left, right);
      IntArrays.parallelQuickSort(added, comparator);
      sorted = merge(sorted, added, comparator);
    }
    return sorted;
  }

  private static int[] merge(int[] left, int[] right, IntComparator comparator) {
    int[] merged = new int[left.length + right.length];
    int nextLeft = 0;
    int nextRight = 0;
    for (int i = 0; i < merged.length; i++) {
      boolean takeLeft =
          nextRight == right.length
              || (nextLeft < left.length
                  && comparator.compare(left[nextLeft], right[nextRight]) <= 0);
      merged[i] = takeLeft ? left[nextLeft++] : right[nextRight++];
    }
    return merged;
  }
}
