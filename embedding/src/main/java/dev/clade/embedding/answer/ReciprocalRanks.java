package dev.clade.embedding.answer;

import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;

/**
 * Puts lists of rows together: each gives a row its weight over 60 + rank (Cormack, Clarke and
 * Büttcher 2009). Rows of an equal score have the last rank of them.
 */
final class ReciprocalRanks {
  private static final int CONSTANT = 60;

  private final Int2DoubleOpenHashMap sums = new Int2DoubleOpenHashMap();

  /**
   * Adds a list.
   *
   * @param rows the best first
   * @param scores of these rows
   * @param last rank of the last ones: more than there are rows when as good ones were left out
   * @param weight above 0
   */
  void add(int[] rows, double[] scores, int last, double weight) {
    for (int from = 0; from < rows.length; ) {
      int end = from + 1;
      while (end < rows.length && scores[end] == scores[from]) {
        end++;
      }
      int rank = end < rows.length ? end : last;
      for (; from < end; from++) {
        sums.addTo(rows[from], weight / (CONSTANT + rank));
      }
    }
  }

  /** Returns the rows of the largest sums, best first; of equal sums, the lower row. */
  int[] best(int count) {
    int[] rows = sums.keySet().toIntArray();
    IntArrays.quickSort(
        rows,
        (one, other) -> {
          int order = Double.compare(sums.get(other), sums.get(one));
          return order != 0 ? order : Integer.compare(one, other);
        });
    return Arrays.copyOf(rows, Math.min(count, rows.length));
  }
}
