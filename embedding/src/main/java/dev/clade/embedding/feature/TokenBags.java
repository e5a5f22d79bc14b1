package dev.clade.embedding.feature;

/**
 * Bags of hashed tokens, one a row, one after the other.
 *
 * @param buckets number of buckets that tokens are hashed to; tokens are below it
 * @param offsets where each row's tokens start, and at the end where the last row's end: one more
 *     than there are rows
 * @param tokens the tokens of all rows; within a row each at most once, ascending
 * @param weights a weight for each token, above 0: how often it is there times what that tells
 */
public record TokenBags(int buckets, int[] offsets, int[] tokens, float[] weights) {
  /**
   * Checks that the arrays fit together.
   *
   * @throws IllegalArgumentException if they do not
   */
  public TokenBags {
    if (offsets.length == 0 || offsets[offsets.length - 1] != tokens.length) {
      throw new IllegalArgumentException("the last offset must be the number of tokens");
    }
    if (tokens.length != weights.length) {
      throw new IllegalArgumentException("each token must have a weight");
    }
  }

  /** Returns the number of rows. */
  public int rows() {
    return offsets.length - 1;
  }

  /** Returns the number of tokens of a row. */
  public int count(int row) {
    return offsets[row + 1] - offsets[row];
  }
}
