package dev.clade.embedding.evaluation.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.embedding.column.NormalScores;
import dev.clade.embedding.evaluation.MissingViews;
import dev.clade.embedding.evaluation.ranking.PairScorer;
import dev.clade.embedding.feature.DenseRows;
import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.TokenBags;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.leak.LeakList;
import dev.clade.embedding.lineage.LineageGraph;
import dev.clade.embedding.making.Vocabulary;
import dev.clade.embedding.vector.VectorTable;
import it.unimi.dsi.fastutil.ints.IntSets;
import it.unimi.dsi.fastutil.longs.LongSets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;

class BaselineTest {
  /** Cards: 0 has tokens 1 (twice) and 2; 1 has 1; 2 has 3 (three times); 3 has none. */
  private static final TokenBags CARDS =
      new TokenBags(8, new int[] {0, 2, 3, 4, 4}, new int[] {1, 2, 1, 3}, new float[] {4, 2, 2, 6});

  private static final FeatureTable TABLE = table(CARDS, new byte[] {1, 1, 1, 0});
  private static final int[] ROWS = {0, 1, 2, 3};

  @Test
  void textSearchScoresAsTheFormulaSays() {
    float[] worth = new float[8];
    Arrays.fill(worth, 2);
    Vocabulary vocabulary =
        new Vocabulary(
            new LeakList(Set.of(), List.of(), List.of()),
            LongSets.EMPTY_SET,
            worth,
            worth,
            new NormalScores(new double[0][]),
            IntSets.EMPTY_SET);
    double[] scores = new Bm25(TABLE, vocabulary).score(0, ROWS);
    // Three documents of 3, 1 and 3 tokens; two have token 1, once in document 1.
    double rarity = Math.log(1 + (3 - 2 + .5) / (2 + .5));
    double length = 1 - .75 + .75 * 1 / (7 / 3.0);
    assertThat(scores[1]).isCloseTo(rarity * 2.2 / (1 + 1.2 * length), within(1e-7));
    assertThat(scores[0]).isGreaterThan(scores[1]);
    assertThat(scores[2]).isZero();
    assertThat(scores[3]).isZero();
  }

  @Test
  void bagsAreComparedByTheirCosine() {
    assertThat(new BagCosine("cards", CARDS).score(0, ROWS)[1])
        .isCloseTo(4 / Math.sqrt(20), within(1e-9));
    assertThat(new BagCosine("cards", CARDS).score(3, ROWS)).containsExactly(0, 0, 0, 0);
  }

  @Test
  void ranksAreFusedByTheirReciprocals() {
    PairScorer cards = new BagCosine("cards", CARDS);
    double[] fused = LateFusion.reciprocalRanks("both", List.of(cards, cards)).score(0, ROWS);
    assertThat(fused[0]).isCloseTo(2 / 61.0, within(1e-12));
    assertThat(fused[1]).isCloseTo(2 / 62.0, within(1e-12));
    // Two of an equal score share the last rank.
    assertThat(fused[2]).isCloseTo(2 / 64.0, within(1e-12)).isEqualTo(fused[3]);
  }

  @Test
  void lateFusionAveragesOverViewsThatBothHave() {
    double[] fused = LateFusion.meanCosine(TABLE, EnumSet.of(View.CARD)).score(0, ROWS);
    assertThat(fused[0]).isCloseTo(1, within(1e-9));
    assertThat(fused[3]).isZero();
  }

  @Test
  void rawVectorsSpanTheLargestSingularDirections() {
    int rows = 40;
    int[] offsets = new int[rows + 1];
    int[] tokens = new int[rows * 6];
    float[] weights = new float[rows * 6];
    Random random = new Random(1);
    double[][] dense = new double[rows][12];
    for (int row = 0; row < rows; row++) {
      offsets[row + 1] = 6 * (row + 1);
      int[] drawn = random.ints(0, 12).distinct().limit(6).sorted().toArray();
      double square = 0;
      for (int i = 0; i < 6; i++) {
        tokens[row * 6 + i] = drawn[i];
        weights[row * 6 + i] = 1 + random.nextFloat();
        square += weights[row * 6 + i] * weights[row * 6 + i];
      }
      for (int i = 0; i < 6; i++) {
        dense[row][drawn[i]] = weights[row * 6 + i] / Math.sqrt(square);
      }
    }
    byte[] presence = new byte[rows];
    Arrays.fill(presence, (byte) 1);
    VectorTable found =
        RawConcatenation.of(
            table(new TokenBags(16, offsets, tokens, weights), presence),
            EnumSet.of(View.CARD),
            12,
            1);
    // With as many dimensions as columns nothing is lost.
    RealMatrix exact = new Array2DRowRealMatrix(dense);
    assertThat(new SingularValueDecomposition(exact).getRank()).isEqualTo(12);
    RealMatrix cosines = exact.multiplyTransposed(exact);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < rows; j++) {
        assertThat((double) found.cosine(i, j)).isCloseTo(cosines.getEntry(i, j), within(1e-4));
      }
    }
  }

  @Test
  void aFamilysMembersComeFirst() {
    int[] none = {};
    LineageGraph graph =
        new LineageGraph(new int[][] {none, {0}, {0}, {1}, none}, new int[5][0], new int[5][0]);
    int[] families = {0, 0, 0, 0, 4};
    int[] rows = {0, 1, 2, 3, 4};
    assertThat(FamilyParent.majority("", families, child -> 0, graph).score(9, rows))
        .containsExactly(5, 4, 3, 3, 0);
    assertThat(
            FamilyParent.newest("", families, child -> 0, new long[] {1, 2, 3, 4, 9})
                .score(9, rows))
        .containsExactly(11, 12, 13, 14, 9);
    assertThat(FamilyParent.mostChildren(graph).score(9, rows)).containsExactly(5, 4, 3, 3, 3);
  }

  @Test
  void aRemovedViewIsGone() {
    FeatureTable without = MissingViews.remove(TABLE, EnumSet.of(View.CARD));
    assertThat(without.views(0)).isEmpty();
    assertThat(without.card().tokens()).isEmpty();
    assertThat(TABLE.views(0)).containsExactly(View.CARD);
  }

  private static FeatureTable table(TokenBags cards, byte[] presence) {
    int rows = presence.length;
    DenseRows dense = new DenseRows(1, new float[rows]);
    TokenBags none = new TokenBags(8, new int[rows + 1], new int[0], new float[0]);
    return new FeatureTable(presence, cards, none, dense, dense, dense, none, none);
  }
}
