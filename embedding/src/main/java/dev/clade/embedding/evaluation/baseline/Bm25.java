package dev.clade.embedding.evaluation.baseline;

import dev.clade.embedding.evaluation.ranking.PairScorer;
import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.TokenBags;
import dev.clade.embedding.making.Vocabulary;
import dev.clade.embedding.text.Bm25Field;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * BM25 over card, tags and name; the fields' scores are added. A query is a row's own tokens. See
 * {@link Bm25Field}.
 */
public final class Bm25 implements PairScorer {
  private final List<Field> fields;
  private final int rows;

  /** Prepares to search a table. */
  public Bm25(FeatureTable table, Vocabulary vocabulary) {
    rows = table.rows();
    fields =
        List.of(
            Field.of(table.card(), Optional.of(vocabulary.cardWorth())),
            Field.of(table.tags(), Optional.of(vocabulary.tagWorth())),
            Field.of(table.names(), Optional.empty()));
  }

  @Override
  public String name() {
    return "B2 BM25";
  }

  @Override
  public double[] score(int query, int[] candidates) {
    double[] sums = new double[rows];
    for (Field field : fields) {
      field.documents().add(field.queries(), query, sums);
    }
    return Arrays.stream(candidates).mapToDouble(row -> sums[row]).toArray();
  }

  /** A field, whose rows are queries and documents. */
  private record Field(TokenBags queries, Bm25Field documents) {
    static Field of(TokenBags bags, Optional<float[]> worth) {
      return new Field(bags, new Bm25Field(bags, worth));
    }
  }
}
