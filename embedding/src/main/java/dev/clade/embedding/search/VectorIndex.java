package dev.clade.embedding.search;

import dev.clade.embedding.vector.VectorTable;
import java.util.function.IntPredicate;

/** Finds the rows that are nearest to a vector. Safe for several threads. */
public interface VectorIndex {
  /** From so many rows on, a graph answers; with fewer, a scan is as fast and exact. */
  int FEWEST_FOR_GRAPH = 100_000;

  /**
   * Returns the index that suits the number of rows.
   *
   * @param vectors unit vectors; rows without one are never found
   */
  static VectorIndex of(VectorTable vectors) {
    return vectors.rows() < FEWEST_FOR_GRAPH ? new ExactScan(vectors) : GraphIndex.build(vectors);
  }

  /** Returns the number of rows, found or not. */
  int rows();

  /**
   * Returns the nearest of the rows that pass a filter: as many as are wanted, or all that pass if
   * those are fewer.
   *
   * @param query a unit vector
   * @param count how many are wanted
   * @param filter rows that may be found
   * @throws IllegalArgumentException if the query has another number of dimensions
   */
  Nearest nearest(float[] query, int count, IntPredicate filter);
}
