package dev.clade.valuation.worker.contrastive;

import dev.clade.embedding.feature.TokenBags;
import dev.clade.valuation.worker.random.RandomStream;

/**
 * The tokens of a batch's rows that a step sees.
 *
 * @param offsets where each row's tokens start, and where the last row's end
 * @param tokens the tokens of all rows
 * @param factors what each one's vector is multiplied with: its weight over the square root of the
 *     row's number of tokens
 */
record TokenSample(int[] offsets, int[] tokens, float[] factors) {
  /**
   * Draws tokens.
   *
   * @param rows the rows of the batch
   * @param present which of them have any
   * @param dropout share of tokens that is left out; a row that would lose all keeps all
   * @param random what decides
   */
  static TokenSample draw(
      TokenBags bags, int[] rows, boolean[] present, double dropout, RandomStream random) {
    int most = 0;
    for (int i = 0; i < rows.length; i++) {
      most += present[i] ? bags.count(rows[i]) : 0;
    }
    int[] offsets = new int[rows.length + 1];
    int[] tokens = new int[most];
    float[] factors = new float[most];
    int count = 0;
    for (int i = 0; i < rows.length; i++) {
      int first = count;
      if (present[i]) {
        count = copy(bags, rows[i], dropout, random, tokens, factors, count);
        if (count == first) {
          count = copy(bags, rows[i], 0, random, tokens, factors, count);
        }
      }
      float scale = (float) (1 / Math.sqrt(count - first));
      for (int token = first; token < count; token++) {
        factors[token] *= scale;
      }
      offsets[i + 1] = count;
    }
    return new TokenSample(offsets, tokens, factors);
  }

  /** Returns the number of rows. */
  int rows() {
    return offsets.length - 1;
  }

  private static int copy(
      TokenBags bags,
      int row,
      double dropout,
      RandomStream random,
      int[] tokens,
      float[] factors,
      int start) {
    int count = start;
    for (int i = bags.offsets()[row]; i < bags.offsets()[row + 1]; i++) {
      if (dropout == 0 || !random.happens(dropout)) {
        tokens[count] = bags.tokens()[i];
        factors[count] = bags.weights()[i];
        count++;
      }
    }
    return count;
  }
}
