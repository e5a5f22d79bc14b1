package dev.clade.embedding.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.TokenBags;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.search.ExactScan;
import dev.clade.embedding.search.Nearest;
import dev.clade.embedding.search.Ranking;
import dev.clade.embedding.text.Bm25Field;
import dev.clade.embedding.vector.VectorTable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class HybridSearchTest {
  /** Near to (1, 0) are 0, 1, 2, 3, in this order; 4 has no vector. */
  private static final VectorTable VECTORS =
      VectorTable.normalised(2, new float[] {1, 0, 1, .1f, 1, .2f, 1, .3f, 0, 0});

  private static final HybridSearch SEARCH = new HybridSearch(VECTORS, new ExactScan(VECTORS));

  /** Token 0 is in 3 and 4, token 1 in 3 alone, token 2 in 0 and 1. */
  private static final TokenBags TAGS =
      new TokenBags(
          4,
          new int[] {0, 1, 2, 3, 5, 6},
          new int[] {2, 2, 3, 0, 1, 0},
          new float[] {1, 1, 1, 1, 1, 1});

  private static final Bm25Field DOCUMENTS = new Bm25Field(TAGS, Optional.empty());

  /** What row 3 has. */
  private static final List<WordList> WORDS = List.of(asking(1, 0, 1));

  private static final float[] NEAR = {1, 0};
  private static final float[] NOTHING = {0, 0};

  @Test
  void reciprocalRanksOfBothListsAreAdded() {
    Nearest found = SEARCH.ranking(NEAR, WORDS).best(5, row -> true);
    // Words give 3, then 4. So 3 has 1/64 + 1/61, 4 has 1/62; 0, 1, 2 have 1/61, 1/62, 1/63.
    assertThat(found.rows()).containsExactly(3, 0, 1, 4, 2);
    assertThat(found.cosines()[1]).isEqualTo(1);
    assertThat(found.cosines()[3]).isZero();
  }

  @Test
  void aListMayWeighMore() {
    Nearest found = SEARCH.ranking(NEAR, List.of(asking(2, 1), asking(2, 0))).best(5, row -> true);
    // Row 3 has 2/61 + 2/62 + 1/64, and 4, which has nothing but token 0, has 2/61; 0 has 1/61.
    assertThat(found.rows()).containsExactly(3, 4, 0, 1, 2);
  }

  @Test
  void ranksAreThoseAmongRowsThatPass() {
    Nearest found = SEARCH.ranking(NEAR, WORDS).best(2, row -> row != 3);
    // 0 and 4 are the first of a list each.
    assertThat(found.rows()).containsExactly(0, 4);
  }

  @Test
  void whatIsNearToNothingIsLookedForByWordsAlone() {
    assertThat(SEARCH.ranking(NOTHING, WORDS).best(5, row -> true).rows()).containsExactly(3, 4);
    assertThat(SEARCH.ranking(NOTHING, List.of()).best(5, row -> true).rows()).isEmpty();
  }

  @Test
  void aRowSaysWhatItsWordsGave() {
    Ranking ranking = SEARCH.ranking(NEAR, WORDS);
    assertThat(ranking.words(0)).isEmpty();
    assertThat(ranking.words(4)).containsOnlyKeys(View.TAGS);
    // 5 documents, 2 with token 0; row 4 has 1 token of a mean of 1.2.
    double rarity = Math.log(1 + 3.5 / 2.5);
    double expected = rarity * 2.2 / (1 + 1.2 * (.25 + .75 / 1.2));
    assertThat(ranking.words(4).get(View.TAGS)).isCloseTo(expected, within(1e-6));
  }

  @Test
  void aScorerPutsWhatIsBehindTheFirstLast() {
    FeatureTable table = RowWordsTest.table(RowWordsTest.empty(5), TAGS);
    RowWords words = new RowWords(table, table, RowWordsTest.VOCABULARY);
    // Row 0 asks by its vector, which 1, 2 and 3 are near to, and by token 2, which 1 has.
    assertThat(SEARCH.scorer("served", words, 2).score(0, new int[] {4, 3, 2, 1}))
        .containsExactly(0, 0, 1, 2);
  }

  /** A list by tags. */
  private static WordList asking(double weight, int... tokens) {
    float[] once = new float[tokens.length];
    Arrays.fill(once, 1);
    TokenBags words = new TokenBags(4, new int[] {0, tokens.length}, tokens, once);
    return new WordList(List.of(new WordQuery(View.TAGS, DOCUMENTS, words)), weight);
  }
}
