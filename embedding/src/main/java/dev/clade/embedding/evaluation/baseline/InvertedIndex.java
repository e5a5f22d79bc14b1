package dev.clade.embedding.evaluation.baseline;

import dev.clade.embedding.feature.TokenBags;

/**
 * For each token the rows that have it, so that a query costs as much as its tokens are frequent.
 */
final class InvertedIndex {
  private final TokenBags bags;
  private final int[] starts;
  private final int[] rows;
  private final float[] weights;

  InvertedIndex(TokenBags bags) {
    this.bags = bags;
    starts = new int[bags.buckets() + 1];
    for (int token : bags.tokens()) {
      starts[token + 1]++;
    }
    for (int token = 0; token < bags.buckets(); token++) {
      starts[token + 1] += starts[token];
    }
    rows = new int[bags.tokens().length];
    weights = new float[rows.length];
    int[] next = starts.clone();
    for (int row = 0; row < bags.rows(); row++) {
      for (int i = bags.offsets()[row]; i < bags.offsets()[row + 1]; i++) {
        int place = next[bags.tokens()[i]]++;
        rows[place] = row;
        weights[place] = bags.weights()[i];
      }
    }
  }

  /** Returns the number of rows that have a token. */
  int frequency(int token) {
    return starts[token + 1] - starts[token];
  }

  /** Adds to the sum of every row what each token of a query is worth there. */
  void add(int query, Worth worth, double[] sums) {
    for (int i = bags.offsets()[query]; i < bags.offsets()[query + 1]; i++) {
      int token = bags.tokens()[i];
      for (int place = starts[token]; place < starts[token + 1]; place++) {
        sums[rows[place]] += worth.of(token, bags.weights()[i], rows[place], weights[place]);
      }
    }
  }

  /** What a token that a query and a row share is worth. */
  interface Worth {
    double of(int token, float queryWeight, int row, float weight);
  }
}
