package dev.clade.embedding.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clade.embedding.feature.Relations;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.search.SimilarQuery.Collapse;
import dev.clade.embedding.vector.VectorTable;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class SimilarSearchTest {
  private static final VectorTable VECTORS =
      VectorTable.normalised(2, new float[] {1, 0, 1, .1f, 1, .2f, 1, .3f, 0, 1, 0, 0});
  private static final byte CARD_AND_TAGS =
      (byte) (1 << View.CARD.ordinal() | 1 << View.TAGS.ordinal());
  private static final byte TAGS_AND_IDENTITY =
      (byte) (1 << View.TAGS.ordinal() | 1 << View.IDENTITY.ordinal());

  /** 0 and 1 are copies, 2 is of their family, 5 has nothing. */
  private static final SimilarSearch SEARCH =
      new SimilarSearch(
          Map.of(View.TAGS, VECTORS),
          new byte[] {
            CARD_AND_TAGS, CARD_AND_TAGS, CARD_AND_TAGS, TAGS_AND_IDENTITY, CARD_AND_TAGS, 0
          },
          new Relations(
              new long[6],
              new int[6][0],
              new int[] {0, 0, 0, 3, 4, 5},
              new int[] {0, 0, 2, 3, 4, 5}));

  @Test
  void theScanIsExact() {
    Random random = new Random(1);
    float[] values = new float[1000 * 37];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    VectorTable vectors = VectorTable.normalised(37, values);
    float[] cosines = new ExactScan(vectors).cosines(vectors.vector(512));
    assertThat(cosines).hasSize(1000);
    for (int row = 0; row < 1000; row++) {
      assertThat(cosines[row]).isCloseTo(vectors.cosine(row, 512), within(1e-5f));
    }
    assertThatThrownBy(() -> new ExactScan(vectors).cosines(new float[3]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theBestComeFirst() {
    assertThat(rows(find(Collapse.NOTHING, 3))).containsExactly(0, 1, 2);
    assertThat(rows(find(Collapse.NOTHING, 99))).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void copiesAndFamiliesAreOneHit() {
    List<SimilarHit> copies = find(Collapse.COPIES, 9);
    assertThat(rows(copies)).containsExactly(0, 2, 3, 4);
    assertThat(copies.getFirst().collapsed()).isEqualTo(1);
    assertThat(rows(find(Collapse.FAMILIES, 9))).containsExactly(0, 3, 4);
    assertThat(find(Collapse.FAMILIES, 9).getFirst().collapsed()).isEqualTo(2);
  }

  @Test
  void aFilterLeavesAsManyHitsAsThereAre() {
    List<SimilarHit> hits =
        SEARCH.find(new SimilarQuery(near(), Map.of(), row -> row % 2 == 1, Collapse.COPIES, 2));
    assertThat(rows(hits)).containsExactly(1, 3);
  }

  @Test
  void aHitSaysWhyAndHowMuchItRestsOn() {
    List<SimilarHit> hits = find(Collapse.NOTHING, 9);
    assertThat(hits.getFirst().views()).containsOnlyKeys(View.TAGS);
    assertThat(hits.getFirst().views().get(View.TAGS)).isCloseTo(1f, within(1e-6f));
    assertThat(hits.getFirst().lowEvidence()).isFalse();
    assertThat(hits.getFirst().present()).containsExactlyInAnyOrder(View.CARD, View.TAGS);
    // Row 3 has tags only: whose it is proves nothing.
    assertThat(hits.get(3).lowEvidence()).isTrue();
  }

  @Test
  void aHitSaysWhatWordsGave() {
    Ranking words =
        new Ranking() {
          @Override
          public Nearest best(int count, IntPredicate filter) {
            return new Nearest(new int[] {4, 0}, new float[] {0, 1});
          }

          @Override
          public Map<View, Double> words(int row) {
            return row == 4 ? Map.of(View.IDENTITY, 2.5) : Map.of();
          }
        };
    List<SimilarHit> hits =
        SEARCH.find(new SimilarQuery(words, Map.of(), row -> true, Collapse.COPIES, 2));
    assertThat(rows(hits)).containsExactly(4, 0);
    assertThat(hits.getFirst().words()).containsExactly(Map.entry(View.IDENTITY, 2.5));
    assertThat(hits.getLast().words()).isEmpty();
  }

  private static List<SimilarHit> find(Collapse collapse, int count) {
    Map<View, float[]> views = Map.of(View.CARD, VECTORS.vector(0), View.TAGS, VECTORS.vector(0));
    return SEARCH.find(new SimilarQuery(near(), views, row -> true, collapse, count));
  }

  /** Rows as they are near to row 0. */
  private static Ranking near() {
    VectorIndex index = VectorIndex.of(VECTORS);
    return (count, filter) -> index.nearest(VECTORS.vector(0), count, filter);
  }

  private static List<Integer> rows(List<SimilarHit> hits) {
    return hits.stream().map(SimilarHit::row).toList();
  }
}
