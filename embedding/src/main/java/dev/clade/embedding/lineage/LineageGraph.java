package dev.clade.embedding.lineage;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.function.IntPredicate;

/**
 * What rows declare of each other, without what is held out.
 *
 * @param parents for each row the rows that it declares to be derived from
 * @param datasets for each row the numbers of the datasets that it was trained on
 * @param uses for each row the numbers of the spaces and collections that use it
 */
public record LineageGraph(int[][] parents, int[][] datasets, int[][] uses) {
  private static final int[] NONE = {};

  /**
   * Checks that all have as many rows.
   *
   * @throws IllegalArgumentException if they have not
   */
  public LineageGraph {
    if (datasets.length != parents.length || uses.length != parents.length) {
      throw new IllegalArgumentException("every relation must have as many rows");
    }
  }

  /** Returns the number of rows. */
  public int rows() {
    return parents.length;
  }

  /**
   * Returns the graph in which some rows declare no parents, as for a test that asks for them: the
   * edge is gone from both ends.
   */
  public LineageGraph hiding(IntPredicate heldOut) {
    int[][] kept = parents.clone();
    for (int row = 0; row < kept.length; row++) {
      if (heldOut.test(row)) {
        kept[row] = NONE;
      }
    }
    return new LineageGraph(kept, datasets, uses);
  }

  /** Returns for each row the rows that declare it a parent, ascending. */
  public int[][] children() {
    return members(parents, rows());
  }

  /**
   * Returns for each group its rows, ascending.
   *
   * @param groups for each row its groups
   */
  static int[][] members(int[][] groups, int count) {
    IntArrayList[] members = new IntArrayList[count];
    for (int row = 0; row < groups.length; row++) {
      for (int group : groups[row]) {
        if (members[group] == null) {
          members[group] = new IntArrayList();
        }
        members[group].add(row);
      }
    }
    int[][] result = new int[count][];
    for (int group = 0; group < count; group++) {
      result[group] = members[group] == null ? NONE : members[group].toIntArray();
    }
    return result;
  }
}
