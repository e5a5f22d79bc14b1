package dev.clade.embedding.vector;

import java.util.Arrays;

/**
 * A unit vector for each row, or zeros where a row has none.
 *
 * @param width dimensions
 * @param values the vectors of all rows, one after the other
 */
public record VectorTable(int width, float[] values) {
  /**
   * Checks that the values are whole rows.
   *
   * @throws IllegalArgumentException if they are not
   */
  public VectorTable {
    if (width <= 0 || values.length % width != 0) {
      throw new IllegalArgumentException(
          "%d values are no vectors of %d".formatted(values.length, width));
    }
  }

  /** Returns a table of values brought to unit length; rows of zeros stay. */
  public static VectorTable normalised(int width, float[] values) {
    float[] unit = values.clone();
    for (int from = 0; from < unit.length; from += width) {
      double square = 0;
      for (int d = 0; d < width; d++) {
        square += (double) unit[from + d] * unit[from + d];
      }
      if (square > 0) {
        float scale = (float) (1 / Math.sqrt(square));
        for (int d = 0; d < width; d++) {
          unit[from + d] *= scale;
        }
      }
    }
    return new VectorTable(width, unit);
  }

  /** Returns the number of rows. */
  public int rows() {
    return values.length / width;
  }

  /** Returns the cosine of the vectors of two rows; 0 if one has none. */
  public float cosine(int row, int other) {
    return dot(values, row * width, values, other * width, width);
  }

  /** Returns the cosine of a row's vector and one of outside. */
  public float cosine(int row, float[] vector) {
    return dot(values, row * width, vector, 0, width);
  }

  /** Returns a copy of a row's vector. */
  public float[] vector(int row) {
    return Arrays.copyOfRange(values, row * width, (row + 1) * width);
  }

  /** Returns whether a row has a vector. */
  public boolean has(int row) {
    return cosine(row, row) > 0;
  }

  /**
   * Four sums side by side, which the processor adds at once; one running sum it may not, since
   * that would change the result.
   */
  private static float dot(float[] a, int fromA, float[] b, int fromB, int width) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int d = 0;
    for (; d + 3 < width; d += 4) {
      s0 += a[fromA + d] * b[fromB + d];
      s1 += a[fromA + d + 1] * b[fromB + d + 1];
      s2 += a[fromA + d + 2] * b[fromB + d + 2];
      s3 += a[fromA + d + 3] * b[fromB + d + 3];
    }
    for (; d < width; d++) {
      s0 += a[fromA + d] * b[fromB + d];
    }
    return s0 + s1 + (s2 + s3);
  }
}
