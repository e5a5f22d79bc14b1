package dev.clade.embedding.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.embedding.column.NormalScores;
import dev.clade.embedding.feature.DenseRows;
import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.TokenBags;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.leak.LeakList;
import dev.clade.embedding.making.Vocabulary;
import it.unimi.dsi.fastutil.ints.IntSets;
import it.unimi.dsi.fastutil.longs.LongSets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RowWordsTest {
  private static final int BUCKETS = 100;

  /** All words are worth 1. */
  static final Vocabulary VOCABULARY =
      new Vocabulary(
          new LeakList(Set.of(), List.of(), List.of()),
          LongSets.EMPTY_SET,
          ones(BUCKETS),
          ones(BUCKETS),
          new NormalScores(new double[0][]),
          IntSets.EMPTY_SET);

  @Test
  void ofACardOnlyTheRarestWordsAreAsked() {
    // Rows 0 and 1 have words 20 to 79, row 2 has 0 to 19 with them, and 80 to 89 are only row 0's.
    int[] all = IntStream.range(0, 90).toArray();
    int[] other = {95};
    TokenBags cards =
        bags(all, Arrays.copyOf(all, 80), Arrays.copyOf(all, 20), other, other, other);
    FeatureTable table = table(cards, empty(6));
    WordQuery asked = asked(new RowWords(table, table, VOCABULARY), 0).getFirst();

    assertThat(asked.view()).isEqualTo(View.CARD);
    assertThat(asked.words().tokens())
        .containsExactly(IntStream.range(0, 80).filter(word -> word < 4 || word >= 20).toArray());
  }

  @Test
  void whatMostRowsHaveIsNotAsked() {
    TokenBags tags = bags(new int[] {1, 2}, new int[] {1, 2}, new int[] {1}, new int[] {3});
    FeatureTable table = table(empty(4), tags);
    assertThat(asked(new RowWords(table, table, VOCABULARY), 0))
        .filteredOn(each -> each.view() == View.TAGS)
        .allMatch(each -> Arrays.equals(each.words().tokens(), new int[] {2}));
  }

  @Test
  void whoHasLostWordsIsFoundByThemAllTheSame() {
    TokenBags tags = bags(new int[] {1, 2}, new int[] {2}, new int[] {3}, new int[] {3});
    FeatureTable rich = table(empty(4), tags);
    FeatureTable poor = table(empty(4), bags(new int[0], new int[] {2}, new int[0], new int[0]));
    RowWords words = new RowWords(poor, rich, VOCABULARY);

    assertThat(asked(words, 0)).allMatch(each -> each.score(1) == 0);
    assertThat(asked(words, 1))
        .filteredOn(each -> each.score(0) > 0)
        .extracting(WordQuery::view)
        .containsExactly(View.TAGS);
  }

  private static List<WordQuery> asked(RowWords words, int row) {
    return words.of(row).stream().flatMap(list -> list.words().stream()).toList();
  }

  /** A table of which only words of cards and tags are known. */
  static FeatureTable table(TokenBags cards, TokenBags tags) {
    int rows = cards.rows();
    DenseRows none = new DenseRows(1, new float[rows]);
    return new FeatureTable(
        new byte[rows], cards, tags, none, none, none, empty(rows), empty(rows));
  }

  static TokenBags empty(int rows) {
    return new TokenBags(BUCKETS, new int[rows + 1], new int[0], new float[0]);
  }

  private static TokenBags bags(int[]... rows) {
    int[] offsets = new int[rows.length + 1];
    for (int row = 0; row < rows.length; row++) {
      offsets[row + 1] = offsets[row] + rows[row].length;
    }
    int[] tokens = Arrays.stream(rows).flatMapToInt(Arrays::stream).toArray();
    return new TokenBags(BUCKETS, offsets, tokens, ones(tokens.length));
  }

  private static float[] ones(int count) {
    float[] ones = new float[count];
    Arrays.fill(ones, 1);
    return ones;
  }
}
