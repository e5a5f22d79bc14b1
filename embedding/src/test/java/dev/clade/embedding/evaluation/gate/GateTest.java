package dev.clade.embedding.evaluation.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.embedding.evaluation.Interval;
import dev.clade.embedding.evaluation.gate.Gate.Verdict;
import dev.clade.embedding.evaluation.label.LabelScore;
import dev.clade.embedding.evaluation.ranking.ParentScore;
import dev.clade.embedding.evaluation.ranking.SimilarityScore;
import dev.clade.report.Report;
import dev.clade.report.render.Csv;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    Loss small = new Loss("link", .5, .36);
    Loss large = new Loss("licence", .5, .34);
    assertThat(Gate.missingViews(List.of(small)).verdict()).isEqualTo(Verdict.PASSED);
    assertThat(Gate.missingViews(List.of(small, large)).verdict()).isEqualTo(Verdict.FAILED);
    assertThat(Gate.missingViews(List.of(small, large)).evidence())
        .containsExactly(
            "link 0.5000 with all views, 0.3600 without, relative loss 0.280",
            "licence 0.5000 with all views, 0.3400 without, relative loss 0.320, fails");
    assertThat(Gate.missingViews(List.of(new Loss("x", Double.NaN, .34))).verdict())
        .isEqualTo(Verdict.FAILED);
    assertThat(Gate.index(.98).verdict()).isEqualTo(Verdict.PASSED);
    assertThat(Gate.index(.979).verdict()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void nothingMeasuredIsNoPass() {
    assertThat(Gate.parents(List.of()).verdict()).isEqualTo(Verdict.NOT_MEASURED);
    assertThat(Gate.missingViews(List.of()).verdict()).isEqualTo(Verdict.NOT_MEASURED);
    assertThat(Gate.parents(List.of()).noting(List.of("nobody declares any")).evidence())
        .containsExactly("nobody declares any");
  }

  @Test
  void theCardTellsAllScoresAndVerdicts() {
    Interval interval = new Interval(.5, .4, .6);
    double[] items = {1, 0};
    Report report =
        new ModelCard(
                List.of(new Report.Fact("repositories", 2)),
                List.of(Gate.index(.99), Gate.fusion(List.of(WORSE))),
                List.of(new LabelScore("B0", "license", 0, interval, interval, items)),
                new TreeMap<>(Map.of("all older", List.of(new ParentScore("B10", items, items)))),
                List.of(new SimilarityScore("B2", "paper", items, items, items, items)),
                List.of(),
                List.of(),
                List.of("a note"))
            .report();
    assertThat(report.tables())
        .extracting("name")
        .containsExactly("gates", "parents", "labels", "similar", "evidence");
    assertThat(report.tables())
        .extracting(table -> table.rows().size())
        .containsExactly(2, 1, 1, 1, 2);
    assertThat(Csv.of(report.tables().getFirst()))
        .contains("G7,recall@10 of the index at least 0.98,passed")
        .contains("failed");
    assertThat(Csv.of(report.tables().getLast()))
        .contains("G1,\"z -0.1000 [-0.1500, -0.0500], fails\"");
    assertThat(report.notes()).containsExactly("a note");
  }
}
