package dev.clade.embedding.text;

import dev.clade.embedding.feature.TokenBags;
import java.util.Arrays;

/**
 * For each token the rows that have it, so that a query costs as much as its tokens are frequent.
 */
public final class InvertedIndex {
  private final int[] starts;
  private final int[] rows;
  private final float[] weights;

  /** Indexes the rows of bags, and keeps nothing of the bags. */
  public InvertedIndex(TokenBags bags) {
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
  public int frequency(int token) {
    return starts[token + 1] - starts[token];
  }

  /** Returns a token's weight in a row; 0 when the row has it not. */
  public float weight(int token, int row) {
    int place = Arrays.binarySearch(rows, starts[token], starts[token + 1], row);
    return place < 0 ? 0 : weights[place];
  }

  /**
   * Adds to the sum of every row what each token of a query is worth there.
   *
   * @param queries bags of the same buckets
   * @param query the row of them that is the query
   * @param sums a sum for each row of the index
   */
  public void add(TokenBags queries, int query, Worth worth, double[] sums) {
    for (int i = queries.offsets()[query]; i < queries.offsets()[query + 1]; i++) {
      int token = queries.tokens()[i];
      for (int place = starts[token]; place < starts[token + 1]; place++) {
        sums[rows[place]] += worth.of(token, queries.weights()[i], rows[place], weights[place]);
      }
    }
  }

  /** What a token that a query and a row share is worth. */
  @FunctionalInterface
  public interface Worth {
    /**
     * Returns the worth.
     *
     * @param token the token
     * @param queryWeight its weight in the query
     * @param row the row
     * @param weight its weight there
     */
    double of(int token, float queryWeight, int row, float weight);
  }
}
