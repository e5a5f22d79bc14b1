package dev.clade.embedding.parent;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.stream.IntStream;
import org.hipparchus.distribution.discrete.BinomialDistribution;

/**
 * From the score of the best candidate to a state, as learned where the truth is known. Rows that
 * have no parent take part in it: whatever is proposed for them is wrong, so that no parent
 * competes with the best candidate.
 *
 * <p>Sure is what has a precision of at least 0.95 by its lower confidence bound, not by the share
 * that happened to be right: the lowest score of which that can be said would else be one whose
 * luck was good, and less than 0.95 be right of what comes later every second time. So it takes 59
 * rows if all are right, 93 if one is wrong; where there are fewer, nothing is sure. The bound is
 * that of each score alone. As the lowest is taken, it was missed by up to 1 of 15 simulated sets
 * whose precision falls with the score, where the share missed it in half of them.
 *
 * @param calibration from scores to probabilities
 * @param high score from which an inferred parent is sure; infinite if none is
 */
public record Confidence(IsotonicCalibration calibration, double high) {
  /** Precision that sure parents have at least. */
  public static final double PRECISION = 0.95;

  /** How certain it is that they have. */
  private static final double CERTAINTY = 0.95;

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
      if (last && isPrecise(i + 1, hits)) {
        high = scores[order[i]];
      }
    }
    return new Confidence(IsotonicCalibration.of(scores, right), high);
  }

  /**
   * By the exact one-sided bound (Clopper and Pearson 1934): were the precision lower, so many
   * would be right in at most 1 of 20 cases.
   */
  private static boolean isPrecise(int rows, int hits) {
    return new BinomialDistribution(rows, PRECISION).cumulativeProbability(hits - 1) >= CERTAINTY;
  }

  /** Returns the state of a candidate with a score. */
  public ParentState state(double score) {
    if (score >= high) {
      return ParentState.INFERRED_HIGH;
    }
    return calibration.probability(score) >= 0.5 ? ParentState.SUGGESTED : ParentState.UNKNOWN;
  }
}
