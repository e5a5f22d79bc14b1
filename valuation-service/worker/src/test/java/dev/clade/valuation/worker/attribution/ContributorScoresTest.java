package dev.clade.valuation.worker.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContributorScoresTest {
  @Test
  void imagesAreBroughtTogetherInThreeWays() {
    ContributorScores scores =
        ContributorScores.of(new double[] {1, 3, -4, -2, 5}, new int[] {2, 0, 2, 1});

    assertThat(scores.mean()).containsExactly(2, 0, -3, 5);
    assertThat(scores.sum()).containsExactly(4, 0, -6, 5);
    assertThat(scores.max()).containsExactly(3, 0, -2, 5);
  }
}
