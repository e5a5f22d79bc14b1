package dev.clade.embedding.search;

import dev.clade.embedding.vector.VectorTable;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The different vectors of a table, each with the rows that have it. Thousands of repositories say
 * the same few things of themselves; in a graph of neighbours they would be each other's only ones,
 * and nobody would get past them.
 *
 * @param groups the rows of each vector; vectors by their first row
 */
record DistinctVectors(Groups groups) {
  /** Finds the different vectors; rows without one are left out. */
  static DistinctVectors of(VectorTable vectors) {
    Object2IntOpenHashMap<Vector> numbers = new Object2IntOpenHashMap<>();
    int[] numberOf = new int[vectors.rows()];
    for (int row = 0; row < numberOf.length; row++) {
      numberOf[row] =
          vectors.has(row)
              ? numbers.computeIfAbsent(new Vector(vectors, row), _ -> numbers.size())
              : -1;
    }
    return new DistinctVectors(Groups.of(numbers.size(), numberOf.length, row -> numberOf[row]));
  }

  /** Returns how many there are. */
  int count() {
    return groups.count();
  }

  /** Returns the first row of a vector. */
  int first(int vector) {
    return groups.first(vector);
  }

  /** Returns whether some row of a vector passes a filter. */
  boolean anyPasses(int vector, IntPredicate filter) {
    return groups.anyPasses(vector, filter);
  }

  /** Adds the rows of a vector that pass, as long as they are among the nearest. */
  void addTo(NearestRows nearest, int vector, float cosine, IntPredicate filter) {
    int[] rows = groups.rows();
    int end = groups.starts()[vector + 1];
    for (int i = groups.starts()[vector]; i < end && nearest.admits(rows[i], cosine); i++) {
      if (filter.test(rows[i])) {
        nearest.add(rows[i], cosine);
      }
    }
  }

  /** A row's vector, equal to another with the same bits. */
  private record Vector(VectorTable table, int row) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Vector vector
          && Arrays.equals(
              table.values(),
              row * table.width(),
              (row + 1) * table.width(),
              vector.table.values(),
              vector.row * table.width(),
              (vector.row + 1) * table.width());
    }

    @Override
    public int hashCode() {
      int hash = 1;
      for (int i = row * table.width(); i < (row + 1) * table.width(); i++) {
        hash = 31 * hash + Float.hashCode(table.values()[i]);
      }
      return hash;
    }
  }
}
