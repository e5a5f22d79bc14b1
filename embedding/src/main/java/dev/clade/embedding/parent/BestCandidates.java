package dev.clade.embedding.parent;

import it.unimi.dsi.fastutil.booleans.BooleanArrayList;
import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The best candidate of each row that has any, with the truth about it.
 *
 * @param rows the rows
 * @param scores of their best candidates
 * @param right whether the candidate is a parent; false for rows without a parent
 */
public record BestCandidates(int[] rows, double[] scores, boolean[] right) {
  /**
   * Looks for candidates.
   *
   * @param rows to look for
   * @param parents for each row its parents in truth
   */
  public static BestCandidates of(ParentInference inference, int[] rows, int[][] parents) {
    IntArrayList kept = new IntArrayList();
    DoubleArrayList scores = new DoubleArrayList();
    BooleanArrayList right = new BooleanArrayList();
    for (int row : rows) {
      List<InferredParent> ranked = inference.ranked(row);
      if (!ranked.isEmpty()) {
        InferredParent best = ranked.getFirst();
        kept.add(row);
        scores.add(best.score());
        right.add(Arrays.stream(parents[row]).anyMatch(each -> each == best.parent()));
      }
    }
    return new BestCandidates(kept.toIntArray(), scores.toDoubleArray(), right.toBooleanArray());
  }
}
