package dev.clade.lineage.ecosystem.maintenance.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.lineage.ecosystem.history.Commit;
import dev.clade.lineage.ecosystem.history.History;
import dev.clade.lineage.ecosystem.maintenance.swanson.CommitClassifier;
import dev.clade.lineage.ecosystem.maintenance.swanson.RuleClassifier;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StageComparisonTest {
  private static final CommitClassifier RULES = RuleClassifier.shipped();

  @Test
  void metrics() {
    History history =
        new History(
            "a/b",
            List.of(
                new Commit(day(0), List.of("a"), "Add", files(1), OptionalLong.of(7)),
                new Commit(day(1), List.of("b", "a"), "Fix", files(4), OptionalLong.empty()),
                new Commit(day(9), List.of("a"), "Update README.md", files(1), OptionalLong.of(3)),
                new Commit(day(12), List.of("a"), "x", files(0), OptionalLong.of(3))));
    double[] expected = {4, 2, 4, 3, 8, 12, .75, 1.5, Double.NaN, .25, .25, .25};
    for (CommitMetric metric : CommitMetric.values()) {
      Double found = metric.of(history, RULES);
      assertThat(found).as(metric.name()).isEqualTo(Double.valueOf(expected[metric.ordinal()]));
    }
  }

  @Test
  void divisions() {
    History history = model(0, 1, 2, 3, 12);
    assertThat(sizes(StageDivision.THIRDS_OF_COMMITS, history)).containsExactly(2, 2, 1);
    assertThat(sizes(StageDivision.THIRDS_OF_LIFETIME, history)).containsExactly(4, 0, 1);
    assertThat(sizes(StageDivision.THIRDS_OF_LIFETIME, model(0, 4, 8, 12)))
        .containsExactly(1, 1, 2);
    assertThat(sizes(StageDivision.THIRDS_OF_COMMITS, model(5))).containsExactly(1, 0, 0);
    assertThat(StageDivision.THIRDS_OF_LIFETIME.of(model(5))).isEmpty();
  }

  /** Four models that slow down alike: every one ranks its gaps 1, 2, 3, so χ² is 2n = 8. */
  @Test
  void slowerFromStageToStage() {
    List<History> models =
        Stream.concat(
                IntStream.range(0, 4).mapToObj(i -> model(0, 1, 3, 5 + i, 20, 30 + i)),
                Stream.of(model(0)))
            .toList();
    Map<CommitMetric, StageComparison> found =
        StageComparison.of(models, StageDivision.THIRDS_OF_COMMITS, RULES);
    StageComparison gaps = found.get(CommitMetric.MEAN_GAP);
    assertThat(gaps.models()).isEqualTo(4);
    assertThat(gaps.missing()).isEqualTo(1);
    assertThat(gaps.medians()).containsExactly(1.0, 3.5, 11.5);
    assertThat(gaps.test().orElseThrow().chiSquared()).isCloseTo(8, within(1e-12));
    assertThat(gaps.test().orElseThrow().pairs()).hasSize(3);
    assertThat(found.get(CommitMetric.COMMITS).models()).isEqualTo(5);
    assertThat(found.get(CommitMetric.FILES)).isEqualTo(nothing(5));
  }

  private static StageComparison nothing(int models) {
    return new StageComparison(0, models, List.of(), Optional.empty());
  }

  private static List<Integer> sizes(StageDivision division, History history) {
    return division.of(history).orElseThrow().stream().map(List::size).toList();
  }

  private static History model(int... days) {
    return new History(
        "a/b",
        IntStream.of(days).mapToObj(each -> new Commit(day(each), List.of("a"), "Add")).toList());
  }

  private static Optional<List<String>> files(int count) {
    return Optional.of(Collections.nCopies(count, "a.txt"));
  }

  private static Instant day(int day) {
    return Instant.EPOCH.plus(Duration.ofDays(day));
  }
}
