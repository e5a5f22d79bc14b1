package dev.clade.embedding.search;

import dev.clade.embedding.vector.VectorTable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * Compares a vector with all rows, exactly. Vectors are kept in blocks of 256 rows, a dimension
 * after the other, so that the inner loop adds 256 sums independently of each other and becomes
 * vector instructions without any flag. Safe for several threads.
 */
public final class ExactScan implements VectorIndex {
  private static final int BLOCK = 256;

  private final int rows;
  private final int width;
  private final float[][] blocks;
  private final BitSet present = new BitSet();

  /** Copies the vectors of a table. */
  public ExactScan(VectorTable vectors) {
    rows = vectors.rows();
    width = vectors.width();
    blocks = new float[(rows + BLOCK - 1) / BLOCK][];
    for (int b = 0; b < blocks.length; b++) {
      blocks[b] = new float[BLOCK * width];
      for (int r = 0; r < BLOCK && b * BLOCK + r < rows; r++) {
        present.set(b * BLOCK + r, vectors.has(b * BLOCK + r));
        for (int d = 0; d < width; d++) {
          blocks[b][d * BLOCK + r] = vectors.values()[(b * BLOCK + r) * width + d];
        }
      }
    }
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public Nearest nearest(float[] query, int count, IntPredicate filter) {
    float[] cosines = cosines(query);
    NearestRows nearest = new NearestRows(count);
    for (int row = 0; row < rows; row++) {
      if (nearest.admits(row, cosines[row]) && present.get(row) && filter.test(row)) {
        nearest.add(row, cosines[row]);
      }
    }
    return nearest.take();
  }

  /**
   * Returns the cosine of each row.
   *
   * @param query a unit vector
   * @throws IllegalArgumentException if it has another number of dimensions
   */
  public float[] cosines(float[] query) {
    if (query.length != width) {
      throw new IllegalArgumentException(
          "a vector of %d dimensions is no query for %d".formatted(query.length, width));
    }
    float[] cosines = new float[rows];
    float[] sums = new float[BLOCK];
    for (int b = 0; b < blocks.length; b++) {
      Arrays.fill(sums, 0);
      for (int d = 0; d < width; d++) {
        add(query[d], blocks[b], d * BLOCK, sums);
      }
      System.arraycopy(sums, 0, cosines, b * BLOCK, Math.min(BLOCK, rows - b * BLOCK));
    }
    return cosines;
  }

  private static void add(float factor, float[] block, int from, float[] sums) {
    for (int r = 0; r < BLOCK; r++) {
      sums[r] += factor * block[from + r];
    }
  }
}
