package dev.clade.valuation.study.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.embedding.evaluation.Interval;
import dev.clade.embedding.evaluation.gate.Gate;
import dev.clade.embedding.evaluation.gate.Gate.Verdict;
import dev.clade.embedding.evaluation.label.LabelScore;
import dev.clade.embedding.evaluation.label.LabelTask;
import dev.clade.embedding.evaluation.ranking.ParentScore;
import dev.clade.embedding.evaluation.ranking.SimilarityScore;
import dev.clade.embedding.feature.LabelColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Scores of 40 rows that are the same on every row, so that each interval is a point. */
class GatesTest {
  private static final int ROWS = 40;
  private static final Interval NONE = new Interval(Double.NaN, Double.NaN, Double.NaN);

  @Test
  void theFusedVectorIsHeldAgainstTheBestView() {
    Gates gates =
        new Gates(
            List.of(
                label(0, LabelTrial.FUSED, .5),
                label(0, "B4 card", .4),
                label(0, "B4 tags", .5),
                label(5, "B4 card", .9)),
            List.of(parent(ParentTrial.LINK, .3), parent("B4 card", .2)),
            List.of(
                similar(SimilarTrial.FUSED, .6),
                similar(SimilarTrial.SERVED, .9),
                similar("B4 lineage", .7)));
    Gate gate = gates.fusion();
    assertThat(gate.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(gate.evidence())
        .containsExactly(
            "license, all examples: fused - B4 tags +0.0000 [+0.0000, +0.0000]",
            "parents, link score, reciprocal rank: fused - B4 card +0.1000 [+0.1000, +0.1000]",
            "family, nDCG@10: fused - B4 lineage -0.1000 [-0.1000, -0.1000], fails",
            "family, nDCG@10 as served: fused - B4 lineage +0.2000 [+0.2000, +0.2000], no condition");
  }

  @Test
  void fewExamplesAreAtMostTen() {
    List<LabelScore> scores = new ArrayList<>();
    for (int shots : LabelTrial.SHOTS) {
      scores.add(label(shots, LabelTrial.FUSED, shots == 20 ? 0 : .5));
      scores.add(label(shots, LabelTrial.TEXT, .4));
    }
    Gate gate = new Gates(scores, List.of(), List.of()).fewExamples();
    assertThat(gate.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(gate.evidence()).hasSize(3);
  }

  @Test
  void siblingsAndTagsAreHeldAgainstOnTheirOwnRows() {
    double[] shown = new double[ROWS];
    double[] fused = new double[ROWS];
    Arrays.fill(shown, 0, 32, 1);
    Arrays.fill(fused, 32, ROWS, 1);
    List<LabelScore> scores =
        List.of(
            label(0, LabelTrial.SHOWN, shown),
            label(0, LabelTrial.SIBLINGS, .5),
            label(0, LabelTrial.FUSED, fused),
            label(0, LabelTrial.TAGS, 0));
    LabelTask task =
        new LabelTask(
            new LabelColumn("license", List.of("mit"), new int[ROWS]),
            new int[0],
            new int[0],
            IntStream.range(0, ROWS).toArray());
    // Of the 32 rows with siblings, all are right; only 8 are isolated.
    Gate gate =
        new Gates(scores, List.of(), List.of())
            .siblings(List.of(task), row -> row < 32, row -> row >= 32);
    assertThat(gate.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(gate.evidence())
        .containsExactly(
            "license, 32 rows with siblings: fused, declared edges shown - B1 Hub-Avg +0.5000"
                + " [+0.5000, +0.5000]",
            "license: not compared on the 8 rows without relatives; at least 30 are needed");
    assertThat(
            new Gates(scores, List.of(), List.of())
                .siblings(List.of(task), row -> false, row -> false)
                .verdict())
        .isEqualTo(Verdict.NOT_MEASURED);
  }

  @Test
  void parentsAreThoseThatAreServed() {
    List<ParentScore> scores =
        new ArrayList<>(
            List.of(
                parent(ParentTrial.LINK, 1),
                parent(ParentTrial.TRANSLATION, 1 / 20.0),
                parent(ParentTrial.MAJORITY, 1 / 11.0),
                parent(ParentTrial.NEWEST, 1 / 12.0)));
    Gate unknown = new Gates(List.of(), scores, List.of()).parentsFound();
    assertThat(unknown.verdict()).isEqualTo(Verdict.NOT_MEASURED);
    assertThat(unknown.evidence()).hasSize(1);
    scores.add(parent(ParentTrial.SERVED, 1 / 10.0));
    Gate better = new Gates(List.of(), scores, List.of()).parentsFound();
    assertThat(better.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(better.evidence())
        .contains("Hits@10: as served - B9 TransE +1.0000 [+1.0000, +1.0000]");
    // Tenth is among the first ten too: no better is not enough.
    scores.set(1, parent(ParentTrial.TRANSLATION, 1 / 10.0));
    assertThat(new Gates(List.of(), scores, List.of()).parentsFound().verdict())
        .isEqualTo(Verdict.FAILED);
  }

  @Test
  void bothTogetherMustBeBestByEachSignal() {
    List<SimilarityScore> scores =
        List.of(
            similar(SimilarTrial.FUSED, .5),
            similar(SimilarTrial.SERVED, .1),
            similar(SimilarTrial.TEXT, .4),
            similar(SimilarTrial.BOTH, .6));
    assertThat(new Gates(List.of(), List.of(), scores).similarFound().verdict())
        .isEqualTo(Verdict.PASSED);
    List<SimilarityScore> between =
        List.of(
            similar(SimilarTrial.FUSED, .5),
            similar(SimilarTrial.SERVED, .9),
            similar(SimilarTrial.TEXT, .4),
            similar(SimilarTrial.BOTH, .45));
    assertThat(new Gates(List.of(), List.of(), between).similarFound().verdict())
        .isEqualTo(Verdict.FAILED);
    assertThat(new Gates(List.of(), List.of(), List.of()).similarFound().verdict())
        .isEqualTo(Verdict.NOT_MEASURED);
  }

  private static LabelScore label(int shots, String predictor, double right) {
    return label(shots, predictor, all(right));
  }

  private static LabelScore label(int shots, String predictor, double[] right) {
    return new LabelScore(predictor, "license", shots, NONE, NONE, right);
  }

  private static ParentScore parent(String scorer, double reciprocalRank) {
    return new ParentScore(scorer, all(reciprocalRank), all(0));
  }

  private static SimilarityScore similar(String scorer, double gain) {
    return new SimilarityScore(scorer, "family", all(0), all(0), all(gain), all(0));
  }

  private static double[] all(double value) {
    double[] items = new double[ROWS];
    Arrays.fill(items, value);
    return items;
  }
}
