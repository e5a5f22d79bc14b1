package dev.clade.embedding.evaluation.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.embedding.feature.Relations;
import dev.clade.embedding.vector.VectorTable;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankingTest {
  private static final int[] NONE = {};

  @Test
  void equalScoresCountAgainst() {
    int[] rows = {10, 11, 12, 13};
    assertThat(Ranks.of(rows, new double[] {1, 1, 1, 1}, new int[] {12})).containsExactly(4);
    assertThat(Ranks.of(rows, new double[] {1, 2, 2, 0}, new int[] {11})).containsExactly(2);
    assertThat(Ranks.of(rows, new double[] {1, 2, 3, 0}, new int[] {99})).isEmpty();
  }

  @Test
  void otherRightAnswersAreLeftOut() {
    assertThat(Ranks.of(new int[] {0, 1, 2}, new double[] {3, 2, 1}, new int[] {0, 1}))
        .containsExactly(1, 1);
  }

  @Test
  void parentsAreRankedAmongAllThatAreNotYounger() {
    Relations declared =
        new Relations(
            new long[] {0, 1, 1, 3, 9, 4},
            new int[][] {NONE, NONE, NONE, {1}, {2, 5}, {4}},
            new int[6],
            new int[6]);
    ParentTask task = ParentTask.of(new int[] {0, 3, 4, 5}, declared);
    // The parent of 5 is younger than 5, so there is nothing to find.
    assertThat(task.children()).containsExactly(3, 4);
    assertThat(task.candidates(3)).containsExactly(0, 1, 2);
    assertThat(task.candidates(4)).containsExactly(0, 1, 2, 3, 5);
    // Highest number first: for 3 the parent 1 is second, for 4 one parent is first, one third.
    ParentScore score = ParentScore.of(scorer(row -> row), task);
    assertThat(score.reciprocalRanks()).containsExactly(1 / 2.0, 1);
    assertThat(score.hits(1).mean()).isEqualTo(.5);
    assertThat(score.hitsOf(3)).containsExactly(1, 1);
    assertThat(score.recall().mean()).isEqualTo(1);
    assertThat(score.meanReciprocalRank().mean()).isEqualTo(.75);
    ParentScore none =
        ParentScore.of(scorer(row -> row), task.filtered((child, candidate) -> candidate != 1));
    assertThat(none.reciprocalRanks()).containsExactly(0, 1);
    // Two seeds: hits are counted in each before they are averaged.
    ParentScore both = ParentScore.average("both", List.of(score, none));
    assertThat(both.reciprocalRanks()).containsExactly(1 / 4.0, 1);
    assertThat(both.hitsOf(3)).containsExactly(1 / 2.0, 1);
    assertThat(both.hits(3).mean()).isEqualTo(.75);
  }

  @Test
  void similarityIsMeasuredAsWorkedByHand() {
    // Twelve candidates, best first from the highest number; 11 and 8 are relevant for 0.
    int[] rows = IntStream.range(0, 12).toArray();
    int[][] groups = new int[12][];
    Arrays.fill(groups, NONE);
    groups[0] = new int[] {4, 5};
    groups[11] = new int[] {4};
    groups[8] = new int[] {5, 6};
    SimilarityTask task = SimilarityTask.sharing("paper", new int[] {0, 1}, rows, groups);
    assertThat(task.queries()).containsExactly(0);
    assertThat(task.relevant()[0]).containsExactly(8, 11);
    SimilarityScore score = SimilarityScore.of(scorer(row -> row), task);
    assertThat(score.recall10()).containsExactly(1);
    assertThat(score.reciprocalRanks()).containsExactly(1);
    // Places 1 and 4: (1 + 1/log2 5) / (1 + 1/log2 3).
    assertThat(score.ndcg10()[0])
        .isCloseTo((1 + 1 / 2.321928095) / (1 + 1 / 1.584962501), within(1e-9));
    SimilarityScore worst = SimilarityScore.of(scorer(row -> 0), task);
    assertThat(worst.reciprocalRanks()[0]).isCloseTo(1 / 10.0, within(1e-12));
  }

  @Test
  void relativesAreAtMostTwoStepsAway() {
    // 0 - 1 - 2 - 3 in a line, 4 another child of 1.
    int[][] parents = {NONE, {0}, {1}, {2}, {1}};
    SimilarityTask task =
        SimilarityTask.relatives(new int[] {2}, new int[] {0, 1, 2, 3, 4}, parents);
    assertThat(task.relevant()[0]).containsExactly(0, 1, 3, 4);
    assertThat(
            SimilarityTask.relatives(new int[] {3}, new int[] {0, 1, 2, 4}, parents).relevant()[0])
        .containsExactly(1, 2);
  }

  @Test
  void alignedViewsFindEachOther() {
    VectorTable one = VectorTable.normalised(2, new float[] {1, 0, 0, 1, 1, 1});
    VectorTable turned = VectorTable.normalised(2, new float[] {0, 1, 1, 0, 1, 1});
    int[] rows = {0, 1, 2};
    assertThat(CrossView.recall(one, one, rows, 1)).containsExactly(1, 1, 1);
    assertThat(CrossView.recall(one, turned, rows, 1)).containsExactly(0, 0, 1);
    assertThat(CrossView.recall(one, turned, rows, 3)).containsExactly(1, 1, 1);
  }

  @Test
  void anIndexIsHeldAgainstTheScan() {
    assertThat(IndexRecall.of(new int[][] {{1, 2}, {3, 4}}, new int[][] {{2, 1}, {4, 9}}))
        .containsExactly(1, .5);
    // Of three that are wanted, one is less near by more than rounding.
    assertThat(
            IndexRecall.ofCosines(
                new float[][] {{.9f, .8f, .8f}, {}}, new float[][] {{.8f, .79999995f, .7999f}, {}}))
        .containsExactly(2 / 3.0, 1);
  }

  private static PairScorer scorer(IntToDoubleFunction worth) {
    return PairScorer.of(
        "fixed", (query, candidates) -> Arrays.stream(candidates).mapToDouble(worth).toArray());
  }
}
