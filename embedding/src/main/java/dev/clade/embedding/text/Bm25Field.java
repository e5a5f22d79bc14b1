package dev.clade.embedding.text;

import dev.clade.embedding.feature.TokenBags;
import java.util.Optional;

/**
 * BM25 (Robertson and Zaragoza 2009) over one field of documents, with k1 = 1.2 and b = 0.75. Each
 * token of a query counts once. Scores are exact: the lengths of documents are not rounded to a
 * byte, as search engines do.
 */
public final class Bm25Field {
  private static final double SATURATION = 1.2;
  private static final double LENGTH_SHARE = 0.75;

  private final InvertedIndex index;
  private final Optional<float[]> worth;
  private final float[] lengths;
  private final double meanLength;
  private final int documents;

  /**
   * Indexes documents, a row each; an empty one is none.
   *
   * @param bags their tokens
   * @param worth what a token of each bucket was multiplied with when it was counted; empty when
   *     weights are counts
   */
  public Bm25Field(TokenBags bags, Optional<float[]> worth) {
    this.index = new InvertedIndex(bags);
    this.worth = worth;
    this.lengths = new float[bags.rows()];
    int filled = 0;
    double sum = 0;
    for (int row = 0; row < lengths.length; row++) {
      double length = 0;
      for (int i = bags.offsets()[row]; i < bags.offsets()[row + 1]; i++) {
        length += count(bags.tokens()[i], bags.weights()[i]);
      }
      lengths[row] = (float) length;
      filled += length > 0 ? 1 : 0;
      sum += length;
    }
    documents = filled;
    meanLength = filled == 0 ? 1 : sum / filled;
  }

  /** Returns how many rows there are. */
  public int rows() {
    return lengths.length;
  }

  /** Returns how many of them are not empty. */
  public int documents() {
    return documents;
  }

  /** Returns how many of them have a token. */
  public int frequency(int token) {
    return index.frequency(token);
  }

  /**
   * Adds to the sum of each row how well it fits a query.
   *
   * @param queries bags of the same buckets
   * @param query the row of them that is the query
   * @param sums a sum for each row
   */
  public void add(TokenBags queries, int query, double[] sums) {
    index.add(queries, query, (token, queryWeight, row, weight) -> worth(token, row, weight), sums);
  }

  /**
   * Returns how well one row fits a query, in O(tokens of the query · log rows); 0 when it shares
   * no token.
   */
  public double score(TokenBags queries, int query, int row) {
    double sum = 0;
    for (int i = queries.offsets()[query]; i < queries.offsets()[query + 1]; i++) {
      int token = queries.tokens()[i];
      float weight = index.weight(token, row);
      sum += weight == 0 ? 0 : worth(token, row, weight);
    }
    return sum;
  }

  private double worth(int token, int row, float weight) {
    int frequency = index.frequency(token);
    double rarity = Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
    double count = count(token, weight);
    double length = 1 - LENGTH_SHARE + LENGTH_SHARE * lengths[row] / meanLength;
    return rarity * count * (SATURATION + 1) / (count + SATURATION * length);
  }

  /** How often a token is there: weights are that times its worth. */
  private double count(int token, float weight) {
    return worth.isEmpty() ? weight : weight / worth.get()[token];
  }
}
