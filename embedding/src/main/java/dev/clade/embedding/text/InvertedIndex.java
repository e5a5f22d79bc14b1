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

  private InvertedIndex(int[] starts, int[] rows, float[] weights) {
    this.starts = starts;
    this.rows = rows;
    this.weights = weights;
  }

  /** Returns an index of the same tokens in the same rows, with weights of its own. */
  public InvertedIndex weighted(Weight weight) {
    float[] others = new float[rows.length];
    for (int token = 0; token + 1 < starts.length; token++) {
      for (int place = starts[token]; place < starts[token + 1]; place++) {
        others[place] = (float) weight.of(token, rows[place], weights[place]);
      }
    }
    return new InvertedIndex(starts, rows, others);
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
   * Adds a token's weight to the sums of the rows that have it.
   *
   * @param factor what each weight is multiplied with
   * @param sums a sum for each row of the index
   */
  public void add(int token, double factor, double[] sums) {
    for (int place = starts[token]; place < starts[token + 1]; place++) {
      sums[rows[place]] += factor * weights[place];
    }
  }

  /** What a token weighs in a row. */
  @FunctionalInterface
  public interface Weight {
    /**
     * Returns the weight.
     *
     * @param token the token
     * @param row the row
     * @param weight what it weighed there
     */
    double of(int token, int row, float weight);
  }
}
