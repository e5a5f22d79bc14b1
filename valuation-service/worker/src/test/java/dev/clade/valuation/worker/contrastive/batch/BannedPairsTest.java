package dev.clade.valuation.worker.contrastive.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.embedding.feature.Relations;
import dev.clade.valuation.worker.contrastive.loss.Masks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BannedPairsTest {
  /**
   * 0 is the parent of 1 and 2, 1 of 3, 3 of 4, and 5 is merged from 2 and 6; 7 and 8 are copies
   * without relatives.
   */
  private static final Relations RELATIONS =
      new Relations(
          new long[9],
          new int[][] {{}, {0}, {0}, {1}, {3}, {2, 6}, {}, {}, {}},
          new int[] {0, 0, 0, 0, 0, 0, 0, 1, 2},
          new int[] {0, 1, 2, 3, 4, 5, 6, 7, 7});

  private final BannedPairs pairs = new BannedPairs(RELATIONS);

  @ParameterizedTest
  @CsvSource({
    "0, 0, true",
    "0, 1, true",
    "0, 3, true",
    "1, 2, true",
    "2, 6, true",
    "0, 5, true",
    "7, 8, true",
    "0, 4, false",
    "2, 3, false",
    "1, 5, false",
    "0, 6, false",
    "0, 7, false"
  })
  void copiesAndRelativesOfUpToTwoStepsAreBanned(int one, int other, boolean banned) {
    assertThat(pairs.banned(one, other)).isEqualTo(banned);
    assertThat(pairs.banned(other, one)).isEqualTo(banned);
  }

  @Test
  void theMaskHasThemBothWays() {
    float out = (float) Masks.OUT;

    assertThat(pairs.mask(new int[] {0, 4, 2})).containsExactly(0, 0, out, 0, 0, 0, out, 0, 0);
  }
}
