package dev.clade.embedding.feature;

/**
 * Rows of numbers, one after the other.
 *
 * @param width number of values a row
 * @param values the values of all rows
 */
public record DenseRows(int width, float[] values) {
  /**
   * Checks that the values are whole rows.
   *
   * @throws IllegalArgumentException if they are not
   */
  public DenseRows {
    if (width <= 0 || values.length % width != 0) {
      throw new IllegalArgumentException(
          "%d values are no rows of %d".formatted(values.length, width));
    }
  }

  /** Returns the number of rows. */
  public int rows() {
    return values.length / width;
  }
}
