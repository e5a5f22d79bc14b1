package dev.clade.embedding.search;

import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * The rows of each group.
 *
 * @param starts where each group's rows start, and at the end where the last one's end
 * @param rows the rows of all groups, those of one ascending
 */
record Groups(int[] starts, int[] rows) {
  /**
   * Collects groups.
   *
   * @param count how many groups there are
   * @param rows how many rows there are
   * @param group returns the group of a row; negative when it is in none
   */
  static Groups of(int count, int rows, IntUnaryOperator group) {
    int[] starts = new int[count + 1];
    for (int row = 0; row < rows; row++) {
      if (group.applyAsInt(row) >= 0) {
        starts[group.applyAsInt(row) + 1]++;
      }
    }
    for (int i = 0; i < count; i++) {
      starts[i + 1] += starts[i];
    }
    int[] next = starts.clone();
    int[] members = new int[starts[count]];
    for (int row = 0; row < rows; row++) {
      if (group.applyAsInt(row) >= 0) {
        members[next[group.applyAsInt(row)]++] = row;
      }
    }
    return new Groups(starts, members);
  }

  /** Returns how many groups there are. */
  int count() {
    return starts.length - 1;
  }

  /** Returns the first row of a group that is not empty. */
  int first(int group) {
    return rows[starts[group]];
  }

  /** Returns how many rows of a group pass a filter. */
  int passing(int group, IntPredicate filter) {
    int count = 0;
    for (int i = starts[group]; i < starts[group + 1]; i++) {
      count += filter.test(rows[i]) ? 1 : 0;
    }
    return count;
  }

  /** Returns whether some row of a group passes a filter. */
  boolean anyPasses(int group, IntPredicate filter) {
    for (int i = starts[group]; i < starts[group + 1]; i++) {
      if (filter.test(rows[i])) {
        return true;
      }
    }
    return false;
  }
}
