package dev.clade.embedding.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.embedding.feature.DenseRows;
import dev.clade.embedding.feature.TokenBags;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LineageOperatorsTest {
  private static final int[] NONE = {};

  /** 0 is the parent of 1 and 2; 1 is the parent of 3; 3 and 4 share a dataset, 4 and 5 a space. */
  private static final LineageGraph GRAPH =
      new LineageGraph(
          new int[][] {NONE, {0}, {0}, {1}, NONE, NONE},
          new int[][] {NONE, NONE, NONE, {7}, {7}, NONE},
          new int[][] {NONE, NONE, NONE, NONE, {0}, {0}});

  @Test
  void eachOperatorAveragesItsNeighbours() {
    DenseRows found = new LineageOperators(GRAPH).apply(base());
    // The first column of a row's base vector is its number plus 1.
    assertThat(operators(found, 0)).containsExactly(0, 2.5f, 0, 0, 0, 0);
    assertThat(operators(found, 1)).containsExactly(1, 4, 3, 0, 0, 0);
    assertThat(operators(found, 2)).containsExactly(1, 0, 2, 0, 0, 0);
    assertThat(operators(found, 3)).containsExactly(2, 0, 0, 5, 0, 1);
    assertThat(operators(found, 4)).containsExactly(0, 0, 0, 4, 6, 0);
    assertThat(operators(found, 5)).containsExactly(0, 0, 0, 0, 5, 0);
    float[] degrees = degrees(found, 3);
    assertThat(degrees[0]).isCloseTo((float) Math.log(2), within(1e-6f));
    assertThat(degrees[4]).isCloseTo((float) Math.log(2), within(1e-6f));
    assertThat(degrees[7]).isCloseTo((float) Math.log(2), within(1e-6f));
    assertThat(degrees[5]).isZero();
  }

  @Test
  void aHiddenEdgeIsSeenFromNeitherEnd() {
    DenseRows found = new LineageOperators(GRAPH.hiding(row -> row == 1)).apply(base());
    assertThat(operators(found, 1)).containsExactly(0, 4, 0, 0, 0, 0);
    assertThat(operators(found, 0)).containsExactly(0, 3, 0, 0, 0, 0);
    assertThat(operators(found, 2)).containsExactly(1, 0, 0, 0, 0, 0);
    assertThat(operators(found, 3)).containsExactly(2, 0, 0, 5, 0, 0);
  }

  @Test
  void theProjectionIsFrozenAndKeepsSimilarity() {
    TokenBags bags =
        new TokenBags(
            1 << 16,
            new int[] {0, 3, 6, 9, 9},
            new int[] {1, 2, 3, 1, 2, 4, 7, 8, 9},
            new float[] {1, 1, 1, 1, 1, 1, 1, 1, 1});
    DenseRows projected = SignProjection.of(bags);
    assertThat(projected.values()).isEqualTo(SignProjection.of(bags).values());
    assertThat(dot(projected, 0, 0)).isCloseTo(1, within(1e-5));
    assertThat(dot(projected, 0, 1)).isGreaterThan(dot(projected, 0, 2) + .2);
    assertThat(dot(projected, 3, 3)).isZero();
  }

  @Test
  void vectorsOfAnEarlierRoundAreProjectedToTheSameWidth() {
    float[] vectors = new float[2 * 128];
    Arrays.fill(vectors, 0, 128, .1f);
    DenseRows projected = SignProjection.of(new DenseRows(128, vectors));
    assertThat(projected.width()).isEqualTo(64);
    assertThat(dot(projected, 0, 0)).isCloseTo(1, within(1e-5));
    assertThat(dot(projected, 1, 1)).isZero();
  }

  private static DenseRows base() {
    float[] values = new float[6 * 64];
    for (int row = 0; row < 6; row++) {
      values[row * 64] = row + 1;
    }
    return new DenseRows(64, values);
  }

  private static float[] operators(DenseRows rows, int row) {
    float[] first = new float[6];
    for (int o = 0; o < 6; o++) {
      first[o] = rows.values()[row * LineageOperators.COUNT + o * 64];
    }
    return first;
  }

  private static float[] degrees(DenseRows rows, int row) {
    int from = row * LineageOperators.COUNT + 6 * 64;
    return Arrays.copyOfRange(rows.values(), from, from + 8);
  }

  private static double dot(DenseRows rows, int one, int other) {
    double sum = 0;
    for (int d = 0; d < rows.width(); d++) {
      sum += rows.values()[one * rows.width() + d] * rows.values()[other * rows.width() + d];
    }
    return sum;
  }
}
