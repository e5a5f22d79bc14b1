package dev.clade.embedding.parent;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Turns scores into probabilities by the best ascending step function (pool adjacent violators;
 * Zadrozny and Elkan 2002), with straight lines between the steps' middles.
 *
 * @param scores ascending
 * @param probabilities of them, ascending
 */
public record IsotonicCalibration(double[] scores, double[] probabilities) {
  /**
   * Learns from what came of scores, in O(n log n).
   *
   * @param scores at least one, in any order
   * @param right whether each was right
   */
  public static IsotonicCalibration of(double[] scores, boolean[] right) {
    int[] order = IntStream.range(0, scores.length).toArray();
    IntArrays.stableSort(order, (a, b) -> Double.compare(scores[a], scores[b]));
    double[] sums = new double[order.length];
    double[] counts = new double[order.length];
    double[] places = new double[order.length];
    int blocks = 0;
    for (int i : order) {
      sums[blocks] = right[i] ? 1 : 0;
      counts[blocks] = 1;
      places[blocks] = scores[i];
      blocks++;
      while (blocks > 1
          && sums[blocks - 2] / counts[blocks - 2] >= sums[blocks - 1] / counts[blocks - 1]) {
        blocks--;
        places[blocks - 1] =
            (places[blocks - 1] * counts[blocks - 1] + places[blocks] * counts[blocks])
                / (counts[blocks - 1] + counts[blocks]);
        sums[blocks - 1] += sums[blocks];
        counts[blocks - 1] += counts[blocks];
      }
    }
    double[] probabilities = new double[blocks];
    for (int b = 0; b < blocks; b++) {
      probabilities[b] = sums[b] / counts[b];
    }
    return new IsotonicCalibration(Arrays.copyOf(places, blocks), probabilities);
  }

  /** Returns the probability of a score, 0 to 1. */
  public double probability(double score) {
    int place = Arrays.binarySearch(scores, score);
    if (place >= 0) {
      return probabilities[place];
    }
    int above = -place - 1;
    if (above == 0) {
      return probabilities[0];
    }
    if (above == scores.length) {
      return probabilities[above - 1];
    }
    double share = (score - scores[above - 1]) / (scores[above] - scores[above - 1]);
    return probabilities[above - 1] + share * (probabilities[above] - probabilities[above - 1]);
  }

  /**
   * Returns the expected calibration error: how far probabilities are from the share that is right,
   * averaged over ten bins of equal width by how many fall into them (Naeini et al. 2015).
   */
  public static double expectedError(double[] probabilities, boolean[] right) {
    double[] sums = new double[10];
    double[] hits = new double[10];
    for (int i = 0; i < probabilities.length; i++) {
      int bin = Math.min(9, (int) (probabilities[i] * 10));
      sums[bin] += probabilities[i];
      hits[bin] += right[i] ? 1 : 0;
    }
    double error = 0;
    for (int bin = 0; bin < sums.length; bin++) {
      error += Math.abs(sums[bin] - hits[bin]) / probabilities.length;
    }
    return error;
  }
}
