package dev.clade.embedding.search;

/**
 * Rows with their cosines, the nearest first; of equal ones, that of the lower number.
 *
 * @param rows the rows
 * @param cosines of each row's vector and the query
 */
public record Nearest(int[] rows, float[] cosines) {
  /** Returns how many there are. */
  public int count() {
    return rows.length;
  }
}
