package dev.clade.embedding.evaluation.baseline;

import dev.clade.embedding.evaluation.ranking.PairScorer;
import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.TokenBags;
import dev.clade.embedding.making.Vocabulary;
import java.util.Arrays;

/**
 * BM25 (Robertson and Zaragoza 2009) over card, tags and name, with k1 = 1.2 and b = 0.75; the
 * fields' scores are added. A query is a row's own tokens, each counted once. Scores are exact: the
 * lengths of documents are not rounded to a byte, as search engines do.
 */
public final class Bm25 implements PairScorer {
  private static final double SATURATION = 1.2;
  private static final double LENGTH_SHARE = 0.75;

  private final Field[] fields;
  private final int rows;

  /** Prepares to search a table. */
  public Bm25(FeatureTable table, Vocabulary vocabulary) {
    rows = table.rows();
    fields =
        new Field[] {
          new Field(table.card(), vocabulary.cardWorth()),
          new Field(table.tags(), vocabulary.tagWorth()),
          new Field(table.names(), null)
        };
  }

  @Override
  public String name() {
    return "B2 BM25";
  }

  @Override
  public double[] score(int query, int[] candidates) {
    double[] sums = new double[rows];
    for (Field field : fields) {
      field.add(query, sums);
    }
    return Arrays.stream(candidates).mapToDouble(row -> sums[row]).toArray();
  }

  /** A field with the lengths of its documents. */
  private static final class Field {
    private final InvertedIndex index;
    private final float[] worth;
    private final double[] lengths;
    private final double meanLength;
    private final int documents;

    Field(TokenBags bags, float[] worth) {
      this.index = new InvertedIndex(bags);
      this.worth = worth;
      this.lengths = new double[bags.rows()];
      for (int row = 0; row < lengths.length; row++) {
        for (int i = bags.offsets()[row]; i < bags.offsets()[row + 1]; i++) {
          lengths[row] += count(bags.tokens()[i], bags.weights()[i]);
        }
      }
      double[] filled = Arrays.stream(lengths).filter(length -> length > 0).toArray();
      documents = filled.length;
      meanLength = Arrays.stream(filled).average().orElse(1);
    }

    void add(int query, double[] sums) {
      index.add(
          query,
          (token, queryWeight, row, weight) -> {
            int frequency = index.frequency(token);
            double rarity = Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
            double count = count(token, weight);
            double length = 1 - LENGTH_SHARE + LENGTH_SHARE * lengths[row] / meanLength;
            return rarity * count * (SATURATION + 1) / (count + SATURATION * length);
          },
          sums);
    }

    /** How often a token is there: weights are that times its worth. */
    private double count(int token, float weight) {
      return worth == null ? weight : weight / worth[token];
    }
  }
}
