package dev.clade.embedding.parent;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.stream.IntStream;

/**
 * From the score of the best candidate to a state, as learned where the truth is known. Rows that
 * have no parent take part in it: whatever is proposed for them is wrong, so that no parent
 * competes with the best candidate.
 *
 * @param calibration from scores to probabilities
 * @param high score from which an inferred parent is sure; infinite if none is
 */
public record Confidence(IsotonicCalibration calibration, double high) {
  /** Precision that sure parents have on what they were learned from. */
  public static final double PRECISION = 0.95;

  private static final int FEWEST = 20;

  /**
   * Learns from rows that come after those that the regression learned from.
   *
   * @param scores of the best candidates
   * @param right whether the candidate is a parent; false for rows without a parent
   */
  public static Confidence of(double[] scores, boolean[] right) {
    int[] order = IntStream.range(0, scores.length).toArray();
    IntArrays.stableSort(order, (a, b) -> Double.compare(scores[b], scores[a]));
    double high = Double.POSITIVE_INFINITY;
    int hits = 0;
    for (int i = 0; i < order.length; i++) {
      hits += right[order[i]] ? 1 : 0;
      boolean last = i + 1 == order.length || scores[order[i + 1]] < scores[order[i]];
      if (last && i + 1 >= FEWEST && hits >= PRECISION * (i + 1)) {
        high = scores[order[i]];
      }
    }
    return new Confidence(IsotonicCalibration.of(scores, right), high);
  }

  /** Returns the state of a candidate with a score. */
  public ParentState state(double score) {
    if (score >= high) {
      return ParentState.INFERRED_HIGH;
    }
    return calibration.probability(score) >= 0.5 ? ParentState.SUGGESTED : ParentState.UNKNOWN;
  }
}
