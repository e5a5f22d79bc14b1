package dev.clade.valuation.worker.contrastive;

/**
 * What an embedding that is served made of rows.
 *
 * @param width numbers a vector
 * @param vectors of all rows, one after the other; zeros for rows that it did not know
 */
public record PreviousVectors(int width, float[] vectors) {
  /**
   * Checks that the vectors are whole.
   *
   * @throws IllegalArgumentException if they are not
   */
  public PreviousVectors {
    if (width <= 0 || vectors.length % width != 0) {
      throw new IllegalArgumentException(
          "previous: %,d numbers are no vectors of %,d".formatted(vectors.length, width));
    }
  }

  /** Returns the number of rows. */
  public int rows() {
    return vectors.length / width;
  }
}
