package dev.clade.lineage.graph.snapshot;

import java.util.function.IntPredicate;

/** Binary search where the elements are only known through a comparison. */
final class Search {
  private Search() {}

  /** Returns the first of {@code count} ascending places that is not before what is sought. */
  static int lowerBound(int count, IntPredicate isBefore) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isBefore.test(middle)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
