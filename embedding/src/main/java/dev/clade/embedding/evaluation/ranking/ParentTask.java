package dev.clade.embedding.evaluation.ranking;

import dev.clade.embedding.feature.Relations;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Finding the parents that rows declare, with the declarations hidden. Every row that is not
 * younger than the child is a candidate.
 */
public final class ParentTask {
  /** Says which candidates stay, by structure. */
  public interface Filter {
    /** Returns whether a candidate may be a parent of a child. */
    boolean keeps(int child, int candidate);
  }

  private final int[] children;
  private final int[][] parents;
  private final long[] createdAt;
  private final int[] oldestFirst;
  private final Filter filter;

  private ParentTask(
      int[] children, int[][] parents, long[] createdAt, int[] oldestFirst, Filter filter) {
    this.children = children;
    this.parents = parents;
    this.createdAt = createdAt;
    this.oldestFirst = oldestFirst;
    this.filter = filter;
  }

  /**
   * Makes a task of those rows that declare a parent which is not younger.
   *
   * @param rows to ask for
   * @param declared all declarations
   */
  public static ParentTask of(int[] rows, Relations declared) {
    int[][] parents = declared.parents();
    long[] created = declared.createdAt();
    int[][] older = new int[parents.length][];
    for (int row = 0; row < older.length; row++) {
      int child = row;
      older[row] =
          Arrays.stream(parents[row]).filter(parent -> created[parent] <= created[child]).toArray();
    }
    int[] oldestFirst =
        IntStream.range(0, created.length)
            .boxed()
            .sorted(Comparator.comparingLong(row -> created[row]))
            .mapToInt(Integer::intValue)
            .toArray();
    return new ParentTask(
        Arrays.stream(rows).filter(row -> older[row].length > 0).toArray(),
        older,
        created,
        oldestFirst,
        (child, candidate) -> true);
  }

  /** Returns the task with fewer candidates; a parent that is not kept is never found. */
  public ParentTask filtered(Filter by) {
    return new ParentTask(children, parents, createdAt, oldestFirst, by);
  }

  /** Returns the rows to ask for. */
  public int[] children() {
    return children;
  }

  /** Returns the parents of a child. */
  public int[] parents(int child) {
    return parents[child];
  }

  /** Returns all rows that may be the parent of a child, oldest first. */
  public int[] candidates(int child) {
    return Arrays.stream(oldestFirst)
        .takeWhile(row -> createdAt[row] <= createdAt[child])
        .filter(row -> row != child && filter.keeps(child, row))
        .toArray();
  }
}
