package dev.clade.embedding.making;

import dev.clade.embedding.column.ActivityColumns;
import dev.clade.embedding.column.NumericColumns;
import dev.clade.embedding.feature.DenseRows;
import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.TokenBags;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.lineage.LineageGraph;
import dev.clade.embedding.lineage.LineageOperators;
import dev.clade.embedding.lineage.SignProjection;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.token.Bags;
import dev.clade.embedding.token.CardTokens;
import dev.clade.embedding.token.NameTokens;
import dev.clade.embedding.token.OwnerTokens;
import dev.clade.embedding.token.TagTokens;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Makes the rows of features, by one vocabulary and at one snapshot. */
public final class FeatureMaker {
  private static final float[] PLAIN = plain();

  private final Vocabulary vocabulary;
  private final Instant at;

  /**
   * Makes a maker.
   *
   * @param vocabulary counted over what was learned from
   * @param at the snapshot that activity is seen from
   */
  public FeatureMaker(Vocabulary vocabulary, Instant at) {
    this.vocabulary = vocabulary;
    this.at = at;
  }

  /**
   * Makes the features of repositories that are each other's neighbours.
   *
   * @param records a row each, to which the snapshot rule was applied
   * @param graph what they declare of each other, without what is held out
   */
  public FeatureTable table(List<RepositoryRecord> records, LineageGraph graph) {
    FeatureTable alone = table(records);
    return new LineageOperators(graph).renew(alone, SignProjection.of(alone.tags()));
  }

  /** Makes the features of repositories of which no neighbour is known. */
  public FeatureTable table(List<RepositoryRecord> records) {
    int rows = records.size();
    byte[] presence = new byte[rows];
    Bags card = new Bags(CardTokens.BUCKETS);
    Bags tags = new Bags(TagTokens.BUCKETS);
    Bags owners = new Bags(OwnerTokens.BUCKETS);
    Bags names = new Bags(NameTokens.BUCKETS);
    int numericWidth = 2 * NumericColumns.COUNT;
    float[] numeric = new float[rows * numericWidth];
    float[] activity = new float[rows * ActivityColumns.COUNT];
    for (int row = 0; row < rows; row++) {
      RepositoryRecord record = records.get(row);
      int[] words =
          CardTokens.hash(CardTokens.words(record, vocabulary.leaks(), vocabulary.boilerplate()));
      set(presence, row, View.CARD, words.length > 0);
      card.add(words, vocabulary.cardWorth());
      int[] tokens = TagTokens.hash(TagTokens.of(record, vocabulary.leaks()));
      // One token is that of the kind, which every repository has.
      set(presence, row, View.TAGS, tokens.length > 1);
      tags.add(tokens, vocabulary.tagWorth());
      double[] numbers = NumericColumns.of(record);
      set(
          presence,
          row,
          View.NUMERIC,
          Arrays.stream(numbers).anyMatch(each -> !Double.isNaN(each)));
      vocabulary.scores().write(numbers, numeric, row * numericWidth);
      float[] series = ActivityColumns.of(record, at).orElse(null);
      set(presence, row, View.ACTIVITY, series != null);
      if (series != null) {
        System.arraycopy(series, 0, activity, row * ActivityColumns.COUNT, ActivityColumns.COUNT);
      }
      owners.add(new int[] {OwnerTokens.of(record.owner(), vocabulary.owners())}, PLAIN);
      names.add(NameTokens.hash(record.name()), PLAIN);
      set(presence, row, View.IDENTITY, true);
    }
    return new FeatureTable(
        presence,
        card.build(),
        tags.build(),
        new DenseRows(numericWidth, numeric),
        new DenseRows(LineageOperators.COUNT, new float[rows * LineageOperators.COUNT]),
        new DenseRows(ActivityColumns.COUNT, activity),
        owners.build(),
        names.build());
  }

  /** Makes the features of a query: one row of which the words of a card alone are known. */
  public FeatureTable query(String text) {
    Bags card = new Bags(CardTokens.BUCKETS);
    int[] words = CardTokens.hash(CardTokens.query(text));
    card.add(words, vocabulary.cardWorth());
    byte[] presence = new byte[1];
    set(presence, 0, View.CARD, words.length > 0);
    return new FeatureTable(
        presence,
        card.build(),
        empty(TagTokens.BUCKETS),
        new DenseRows(2 * NumericColumns.COUNT, new float[2 * NumericColumns.COUNT]),
        new DenseRows(LineageOperators.COUNT, new float[LineageOperators.COUNT]),
        new DenseRows(ActivityColumns.COUNT, new float[ActivityColumns.COUNT]),
        empty(OwnerTokens.BUCKETS),
        empty(NameTokens.BUCKETS));
  }

  private static TokenBags empty(int buckets) {
    return new TokenBags(buckets, new int[2], new int[0], new float[0]);
  }

  private static void set(byte[] presence, int row, View view, boolean present) {
    presence[row] |= (byte) (present ? 1 << view.ordinal() : 0);
  }

  private static float[] plain() {
    float[] ones = new float[Math.max(OwnerTokens.BUCKETS, NameTokens.BUCKETS)];
    Arrays.fill(ones, 1);
    return ones;
  }
}
