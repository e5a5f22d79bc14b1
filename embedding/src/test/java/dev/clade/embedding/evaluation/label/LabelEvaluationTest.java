package dev.clade.embedding.evaluation.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.embedding.evaluation.Split;
import dev.clade.embedding.feature.LabelColumn;
import dev.clade.embedding.lineage.LineageGraph;
import dev.clade.embedding.vector.VectorTable;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelEvaluationTest {
  private static final int ROWS = 300;
  private static final Split SPLIT =
      new Split(
          "test",
          IntStream.range(0, 180).toArray(),
          IntStream.range(180, 220).toArray(),
          IntStream.range(220, ROWS).toArray());

  /** Classes a and b in turn, c of two rows only. */
  private static final LabelColumn LABELS =
      new LabelColumn(
          "kind",
          List.of("a", "b", "c"),
          IntStream.range(0, ROWS).map(row -> row == 7 || row == 8 ? 2 : row % 2).toArray());

  @Test
  void macroF1IsAveragedOverTheClassesThatOccur() {
    // Class 0: 2 right of 3, said 3 times; class 1: 1 of 2, said twice; class 2 never occurs.
    assertThat(LabelEvaluation.macroF1(new int[] {0, 0, 0, 1, 1}, new int[] {0, 0, 1, 1, 0}))
        .isCloseTo((2 / 3.0 + .5) / 2, within(1e-12));
    assertThat(LabelEvaluation.macroF1(new int[] {0, 1}, new int[] {0, 2}))
        .isCloseTo(.5, within(1e-12));
  }

  @Test
  void classesWithoutEnoughExamplesAreLeftOut() {
    LabelTask task = LabelTask.of(LABELS, SPLIT, 1000, 1000, 1);
    assertThat(task.train()).hasSize(178).doesNotContain(7, 8);
    assertThat(task.test()).hasSize(80);
    int[] support = task.support(5, 3);
    assertThat(support).hasSize(10).isEqualTo(task.support(5, 3));
    assertThat(Arrays.stream(support).filter(row -> row % 2 == 0).count()).isEqualTo(5);
    assertThat(LabelTask.of(LABELS, SPLIT, 5, 6, 1).test()).hasSize(6);
  }

  @Test
  void whatIsSeparableIsLearnedFromFewExamples() {
    LabelTask task = LabelTask.of(LABELS, SPLIT, 1000, 1000, 1);
    VectorTable vectors = vectors(.6f);
    for (LabelPredictor each :
        List.of(
            new NearestNeighbours("kNN", vectors),
            new LogisticRegression("LR", LinearRows.of(vectors)))) {
      LabelScore score = LabelEvaluation.fewShot(each, task, 5, 1);
      assertThat(score.accuracy().mean()).as(each.name()).isGreaterThan(.9);
      assertThat(score.right()).hasSize(80);
      assertThat(Arrays.stream(score.right()).average().orElseThrow())
          .isCloseTo(score.accuracy().mean(), within(1e-12));
    }
  }

  @Test
  void whatSaysNothingTeachesNothing() {
    LabelTask task = LabelTask.of(LABELS, SPLIT, 1000, 1000, 1);
    LabelScore score =
        LabelEvaluation.full(new LogisticRegression("LR", LinearRows.of(vectors(0))), task, 1);
    assertThat(score.accuracy().mean()).isBetween(.3, .7);
    assertThat(LabelEvaluation.full(new Majority(), task, 1).accuracy().mean()).isEqualTo(.5);
  }

  @Test
  void seedsCountByTheirMean() {
    LabelTask task = LabelTask.of(LABELS, SPLIT, 1000, 1000, 1);
    List<LabelPredictor> seeds = List.of(always(0), always(1));
    // Each class is half of the tested rows: each seed has F1 of 2/3 on one class and 0 on one.
    for (LabelScore score :
        List.of(
            LabelEvaluation.full("both", seeds, task, 1),
            LabelEvaluation.fewShot("both", seeds, task, 5, 1))) {
      assertThat(Arrays.stream(score.right())).allMatch(each -> Math.abs(each - .5) < 1e-12);
      assertThat(score.accuracy().mean()).isCloseTo(.5, within(1e-12));
      assertThat(score.macroF1().mean()).isCloseTo(1 / 3.0, within(1e-12));
    }
  }

  @Test
  void neighboursVoteByTheirCosine() {
    LabelColumn labels = new LabelColumn("kind", List.of("a", "b"), new int[] {0, 1, 1, -1});
    VectorTable vectors =
        VectorTable.normalised(2, new float[] {1, 0, .6f, .8f, .6f, .8f, 1, .05f});
    // e^(1/0.07) outweighs two of e^(0.64/0.07).
    assertThat(
            new NearestNeighbours("kNN", vectors)
                .predict(labels, new int[] {0, 1, 2}, new int[0], new int[] {3}))
        .containsExactly(0);
  }

  @Test
  void relativesOrElseTheMajorityFillIn() {
    int[] none = {};
    // 0 is the parent of 1 to 4, and 4 of 5; 6 is alone.
    LineageGraph graph =
        new LineageGraph(
            new int[][] {none, {0}, {0}, {0}, {0}, {4}, none}, new int[7][0], new int[7][0]);
    LabelColumn labels =
        new LabelColumn("kind", List.of("a", "b"), new int[] {1, 0, 0, 1, 1, 1, 1});
    int[] support = {0, 1, 2, 4, 5};
    int[] queries = {3, 6};
    assertThat(LineageAverage.graph(graph).predict(labels, support, none, queries))
        .containsExactly(1, 1);
    // Of the siblings of 3, those without children are 1 and 2.
    assertThat(LineageAverage.hub(graph).predict(labels, support, none, queries))
        .containsExactly(0, 1);
    assertThat(LineageAverage.hub(graph).connected(6)).isFalse();
  }

  private static LabelPredictor always(int label) {
    return new LabelPredictor() {
      @Override
      public String name() {
        return "always";
      }

      @Override
      public int[] predict(LabelColumn labels, int[] support, int[] validation, int[] queries) {
        int[] predicted = new int[queries.length];
        Arrays.fill(predicted, label);
        return predicted;
      }
    };
  }

  private static VectorTable vectors(float signal) {
    Random random = new Random(4);
    float[] values = new float[ROWS * 16];
    for (int row = 0; row < ROWS; row++) {
      for (int d = 0; d < 16; d++) {
        float side = d % 2 == row % 2 ? signal : -signal;
        values[row * 16 + d] = (float) random.nextGaussian() * .5f + side;
      }
    }
    return VectorTable.normalised(16, values);
  }
}
