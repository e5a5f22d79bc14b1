package dev.clade.embedding.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ReciprocalRanksTest {
  @Test
  void aRowThatIsInTwoListsHasTheSumOfBoth() {
    ReciprocalRanks ranks = new ReciprocalRanks();
    ranks.add(new int[] {7, 8, 9}, new double[] {3, 2, 1}, 3, 1);
    ranks.add(new int[] {9}, new double[] {1}, 1, 1);
    // 9 has 1/63 + 1/61, 7 has 1/61, 8 has 1/62.
    assertThat(ranks.best(5)).containsExactly(9, 7, 8);
    assertThat(ranks.best(1)).containsExactly(9);
  }

  @Test
  void equalScoresShareTheLastRank() {
    ReciprocalRanks ranks = new ReciprocalRanks();
    ranks.add(new int[] {5, 6}, new double[] {1, 1}, 2, 1);
    ranks.add(new int[] {4, 3, 2}, new double[] {2, 1, 1}, 3, 1);
    // 4 has 1/61, 5 and 6 have 1/62, 2 and 3 have 1/63.
    assertThat(ranks.best(5)).containsExactly(4, 5, 6, 2, 3);
  }

  @Test
  void theLastKnowHowManyAsGoodWereLeftOut() {
    ReciprocalRanks ranks = new ReciprocalRanks();
    ranks.add(new int[] {1, 2}, new double[] {1, 1}, 1_000, 2);
    ranks.add(new int[] {3, 4}, new double[] {2, 1}, 2, 1);
    // 1 and 2 have 2/1060, 3 has 1/61, 4 has 1/62.
    assertThat(ranks.best(5)).containsExactly(3, 4, 1, 2);
  }

  @Test
  void aHeavierListCountsMore() {
    ReciprocalRanks ranks = new ReciprocalRanks();
    ranks.add(new int[] {1, 2}, new double[] {2, 1}, 2, 1);
    ranks.add(new int[] {3, 4}, new double[] {2, 1}, 2, 2);
    assertThat(ranks.best(5)).containsExactly(3, 4, 1, 2);
  }
}
