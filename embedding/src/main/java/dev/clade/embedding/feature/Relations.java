package dev.clade.embedding.feature;

/**
 * What rows are to each other, by declaration.
 *
 * @param createdAt for each row when it was created, in seconds since 1970
 * @param parents for each row the rows that it declares to be derived from; empty for most
 * @param families for each row its declared family: rows that derivations join, whatever their
 *     direction, have the same number
 * @param duplicates for each row its group of copies: rows with nearly the same card, and quantised
 *     copies of one parent, have the same number
 */
public record Relations(long[] createdAt, int[][] parents, int[] families, int[] duplicates) {
  /**
   * Checks that all have as many rows.
   *
   * @throws IllegalArgumentException if they have not
   */
  public Relations {
    int rows = createdAt.length;
    if (parents.length != rows || families.length != rows || duplicates.length != rows) {
      throw new IllegalArgumentException("every relation must have %d rows".formatted(rows));
    }
  }
}
