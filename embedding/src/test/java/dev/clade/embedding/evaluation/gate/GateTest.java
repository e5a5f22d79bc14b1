package dev.clade.embedding.evaluation.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.embedding.evaluation.Interval;
import dev.clade.embedding.evaluation.gate.Gate.Verdict;
import dev.clade.embedding.evaluation.label.LabelScore;
import dev.clade.embedding.evaluation.ranking.ParentScore;
import dev.clade.embedding.evaluation.ranking.SimilarityScore;
import dev.clade.report.Report;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final Comparison BETTER = new Comparison("x", new Interval(.1, .05, .15));
  private static final Comparison UNSURE = new Comparison("y", new Interval(.1, -.05, .15));
  private static final Comparison WORSE = new Comparison("z", new Interval(-.1, -.15, -.05));

  @Test
  void oneFailureFailsAGate() {
    assertThat(Gate.fewExamples(List.of(BETTER)).verdict()).isEqualTo(Verdict.PASSED);
    assertThat(Gate.fewExamples(List.of(BETTER, UNSURE)).verdict()).isEqualTo(Verdict.FAILED);
    assertThat(Gate.fewExamples(List.of(BETTER, UNSURE)).evidence())
        .containsExactly("x +0.1000 [+0.0500, +0.1500]", "y +0.1000 [-0.0500, +0.1500], fails");
    assertThat(Gate.siblings(List.of(UNSURE)).verdict()).isEqualTo(Verdict.FAILED);
    assertThat(Gate.parents(List.of(BETTER)).verdict()).isEqualTo(Verdict.PASSED);
    assertThat(Gate.similar(List.of(WORSE)).verdict()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void theFusedVectorOnlyMustNotBeWorse() {
    assertThat(Gate.fusion(List.of(BETTER, UNSURE)).verdict()).isEqualTo(Verdict.PASSED);
    assertThat(Gate.fusion(List.of(BETTER, WORSE)).verdict()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void lossAndRecallHaveTheirBounds() {
    assertThat(Gate.missingViews(.5, .36).verdict()).isEqualTo(Verdict.PASSED);
    assertThat(Gate.missingViews(.5, .34).verdict()).isEqualTo(Verdict.FAILED);
    assertThat(Gate.missingViews(Double.NaN, .34).verdict()).isEqualTo(Verdict.FAILED);
    assertThat(Gate.index(.98).verdict()).isEqualTo(Verdict.PASSED);
    assertThat(Gate.index(.979).verdict()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void nothingMeasuredIsNoPass() {
    assertThat(Gate.parents(List.of()).verdict()).isEqualTo(Verdict.NOT_MEASURED);
  }

  @Test
  void theCardTellsAllScoresAndVerdicts() {
    Interval interval = new Interval(.5, .4, .6);
    double[] items = {1, 0};
    Report report =
        new ModelCard(
                List.of(new Report.Fact("repositories", 2)),
                "temporal",
                List.of(new LabelScore("B0", "license", 0, interval, interval, items)),
                List.of(new ParentScore("B10", items, items)),
                List.of(new SimilarityScore("B2", "paper", items, items, items, items)),
                List.of(Gate.index(.99), Gate.fusion(List.of(WORSE))))
            .report();
    assertThat(report.tables())
        .extracting("name")
        .containsExactly("gates", "labels", "parents", "similar");
    assertThat(report.tables())
        .extracting(table -> table.rows().size())
        .containsExactly(2, 1, 1, 1);
    assertThat(report.notes()).contains("G1: z -0.1000 [-0.1500, -0.0500], fails");
  }
}
