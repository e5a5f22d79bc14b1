package dev.clade.embedding.evaluation.ranking;

import dev.clade.embedding.vector.VectorTable;
import java.util.Arrays;

/**
 * Finding a row by its vector of one view among the vectors of another view, which tells whether
 * views are aligned.
 */
public final class CrossView {
  private CrossView() {}

  /**
   * Returns for each query whether it is itself among the first k, as 1 or 0.
   *
   * @param from vectors to ask with
   * @param to vectors to find, of the same width
   * @param rows that have both views; they are the candidates too
   */
  public static double[] recall(VectorTable from, VectorTable to, int[] rows, int k) {
    double[] found = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      float[] query = from.vector(rows[i]);
      double[] scores = Arrays.stream(rows).mapToDouble(row -> to.cosine(row, query)).toArray();
      found[i] = Ranks.of(rows, scores, new int[] {rows[i]})[0] <= k ? 1 : 0;
    }
    return found;
  }
}
