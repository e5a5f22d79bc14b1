package dev.clade.valuation.worker.contrastive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.embedding.feature.TokenBags;
import dev.clade.valuation.worker.random.Purpose;
import dev.clade.valuation.worker.random.RandomSource;
import org.junit.jupiter.api.Test;

class VectorTableTest {
  private static final TokenBags BAGS =
      new TokenBags(
          3, new int[] {0, 1, 5, 5}, new int[] {2, 0, 1, 2, 2}, new float[] {2, 1, 1, 1, 1});

  @Test
  void aRowIsTheWeightedSumOverTheRootOfItsTokens() {
    VectorTable table = new VectorTable(2, new float[] {1, 2, 3, 4, 5, 6}, new float[3]);

    assertThat(table.sums(sample(0)))
        .containsExactly(10, 12, (1 + 3 + 5 + 5) / 2f, (2 + 4 + 6 + 6) / 2f, 0, 0);
  }

  /**
   * Rows are 3, so token 2 has the factor 2 in row 0, six times the gradient (3, 4) with a mean
   * square of 12.5: the first step of Adagrad is the rate times the gradient over its root mean
   * square.
   */
  @Test
  void stepsAreThoseOfAdagrad() {
    VectorTable table = new VectorTable(2, new float[6], new float[3]);
    float[] gradient = {3, 4, 0, 0, 0, 0};

    table.descend(sample(0), gradient, 0.1);
    double rms = Math.sqrt(12.5);
    assertThat(table.vectors())
        .containsExactly(
            new float[] {0, 0, 0, 0, (float) (-0.3 / rms), (float) (-0.4 / rms)}, within(1e-6f));
    assertThat(table.squares()).containsExactly(0, 0, 36 * 12.5f);

    table.descend(sample(0), gradient, 0.1);
    assertThat(table.vectors()[4])
        .isCloseTo((float) (-0.3 / rms * (1 + Math.sqrt(0.5))), within(1e-6f));
  }

  @Test
  void droppedTokensAreNotCountedAndNoRowLosesAll() {
    for (int step = 0; step < 50; step++) {
      TokenSample sample =
          TokenSample.draw(
              BAGS,
              new int[] {0, 1},
              new boolean[] {true, true},
              0.5,
              RandomSource.ofEmbedding(1, 0).stream(Purpose.TOKEN_DROPOUT, step));
      assertThat(sample.offsets()[1]).isEqualTo(1);
      int kept = sample.offsets()[2] - 1;
      assertThat(kept).isBetween(1, 4);
      assertThat(sample.factors()[1]).isEqualTo((float) (1 / Math.sqrt(kept)));
    }
  }

  @Test
  void aRowThatIsAbsentHasNoTokens() {
    TokenSample sample =
        TokenSample.draw(
            BAGS,
            new int[] {1, 0},
            new boolean[] {false, true},
            0,
            RandomSource.ofEmbedding(1, 0).stream(Purpose.TOKEN_DROPOUT, 0));

    assertThat(sample.offsets()).containsExactly(0, 0, 1);
  }

  private static TokenSample sample(double dropout) {
    return TokenSample.draw(
        BAGS,
        new int[] {0, 1, 2},
        new boolean[] {true, true, true},
        dropout,
        RandomSource.ofEmbedding(1, 0).stream(Purpose.TOKEN_DROPOUT, 0));
  }
}
