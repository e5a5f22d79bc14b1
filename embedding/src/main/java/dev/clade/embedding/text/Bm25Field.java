package dev.clade.embedding.text;

import dev.clade.embedding.feature.TokenBags;
import java.util.Arrays;
import java.util.Optional;

/**
 * BM25 (Robertson and Zaragoza 2009) over one field of documents, with k1 = 1.2 and b = 0.75. Each
 * token of a query counts once. What it is worth in a document is computed when that is indexed, as
 * a 32-bit float; the lengths of documents are not rounded to a byte, as search engines do.
 */
public final class Bm25Field {
  private static final double SATURATION = 1.2;
  private static final double LENGTH_SHARE = 0.75;

  private final InvertedIndex index;
  private final int rows;
  private final int documents;

  /**
   * Indexes documents, a row each; an empty one is none.
   *
   * @param bags their tokens
   * @param worth what a token of each bucket was multiplied with when it was counted; empty when
   *     weights are counts
   */
  public Bm25Field(TokenBags bags, Optional<float[]> worth) {
    rows = bags.rows();
    double[] lengths = new double[rows];
    int filled = 0;
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      for (int i = bags.offsets()[row]; i < bags.offsets()[row + 1]; i++) {
        lengths[row] += count(worth, bags.tokens()[i], bags.weights()[i]);
      }
      filled += lengths[row] > 0 ? 1 : 0;
      sum += lengths[row];
    }
    documents = filled;
    double meanLength = sum / filled;
    InvertedIndex counts = new InvertedIndex(bags);
    double[] rarities = new double[bags.buckets()];
    Arrays.setAll(rarities, token -> rarity(counts.frequency(token)));
    index =
        counts.weighted(
            (token, row, weight) -> {
              double count = count(worth, token, weight);
              double length = 1 - LENGTH_SHARE + LENGTH_SHARE * lengths[row] / meanLength;
              return rarities[token] * (count * (SATURATION + 1) / (count + SATURATION * length));
            });
  }

  /** Returns how many rows there are. */
  public int rows() {
    return rows;
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
    for (int i = queries.offsets()[query]; i < queries.offsets()[query + 1]; i++) {
      index.add(queries.tokens()[i], 1, sums);
    }
  }

  /**
   * Returns how well one row fits a query, in O(tokens of the query · log rows); 0 when it shares
   * no token.
   */
  public double score(TokenBags queries, int query, int row) {
    double sum = 0;
    for (int i = queries.offsets()[query]; i < queries.offsets()[query + 1]; i++) {
      sum += index.weight(queries.tokens()[i], row);
    }
    return sum;
  }

  private double rarity(int frequency) {
    return Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
  }

  /** How often a token is there: weights are that times its worth. */
  private static double count(Optional<float[]> worth, int token, float weight) {
    return worth.isEmpty() ? weight : weight / worth.get()[token];
  }
}
