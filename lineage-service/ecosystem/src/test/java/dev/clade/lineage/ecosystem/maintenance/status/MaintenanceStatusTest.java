package dev.clade.lineage.ecosystem.maintenance.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clade.lineage.ecosystem.history.Commit;
import dev.clade.lineage.ecosystem.history.History;
import dev.clade.lineage.ecosystem.maintenance.swanson.RuleClassifier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaintenanceStatusTest {
  private static final Instant START = Instant.parse("2023-01-30T00:00:00Z");
  private static final Instant OBSERVED = START.plus(Duration.ofDays(100));

  /** Three commits over ten days in two months, by two authors, one of them a fix. */
  @Test
  void features() {
    History history =
        new History(
            "a/b",
            List.of(commit(10, "c", "Update x"), commit(0, "a", "Add x"), commit(1, "a", "Fix")));
    assertThat(Feature.of(history, OBSERVED, RuleClassifier.shipped()))
        .containsExactly(new double[] {Math.log(4), 1.5, 5, 9, 90, 2, 10, 1 / 3.0}, within(1e-12));
  }

  @Test
  void oneCommit() {
    History history = new History("a/b", List.of(commit(40, "a", "Upload")));
    assertThat(Feature.of(history, OBSERVED, RuleClassifier.shipped()))
        .containsExactly(new double[] {Math.log(2), 1, 60, 60, 60, 1, 0, 0}, within(1e-12));
  }

  /** Ten models with a commit on each of the last days, and twenty left alone after two. */
  @Test
  void statuses() {
    MaintenanceStatus found = status(models(10));
    assertThat(found.high().stream()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(found.highShare()).isEqualTo(1 / 3.0);
    assertThat(found.silhouette().mean()).isGreaterThan(.8);
    assertThat(found.stability()).isEqualTo(new Stability(20, 1, 1));
    assertThat(found.single()).isZero();
    assertThat(status(models(10))).isEqualTo(found);
  }

  /** One that is as new as the maintained ones lies with them, and is low all the same. */
  @Test
  void modelsWithOneCommitAreLow() {
    List<History> models = models(10);
    models.add(new History("new", List.of(commit(99, "a", "Upload"))));
    MaintenanceStatus found = status(models);
    assertThat(found.models()).isEqualTo(31);
    assertThat(found.single()).isEqualTo(1);
    assertThat(found.high().get(30)).isFalse();
  }

  @Test
  void comparison() {
    MaintenanceStatus status = status(models(10));
    double[] values = new double[30];
    for (int i = 0; i < values.length; i++) {
      values[i] = i < 10 ? 100 + i : i;
    }
    values[0] = Double.NaN;
    StatusComparison found = StatusComparison.of(status, values);
    assertThat(found.high()).isEqualTo(9);
    assertThat(found.low()).isEqualTo(20);
    assertThat(found.missing()).isEqualTo(1);
    assertThat(found.test().orElseThrow().cliffsDelta()).isEqualTo(1);
    assertThat(found.medianHigh()).isEqualTo(105);
    assertThat(found.medianLow()).isEqualTo(19.5);
    assertThatThrownBy(() -> StatusComparison.of(status, new double[2]))
        .hasMessage("2 values cannot be those of 30 models");
  }

  @Test
  void aMeasureThatNobodyHasIsMissing() {
    double[] values = new double[30];
    Arrays.fill(values, Double.NaN);
    StatusComparison found = StatusComparison.of(status(models(10)), values);
    assertThat(found.missing()).isEqualTo(30);
    assertThat(found.test()).isEmpty();
  }

  @Test
  void modelsThatAreAllAlikeHaveNoStatus() {
    double[][] alike = {{1, 2, 3, 4, 5, 6, 7, 8}, {1, 2, 3, 4, 5, 6, 7, 8}};
    assertThat(MaintenanceStatus.of(alike, new BitSet(), StatusOptions.DEFAULT)).isEmpty();
    assertThat(MaintenanceStatus.of(new double[0][], new BitSet(), StatusOptions.DEFAULT))
        .isEmpty();
  }

  /** Drawn anew, the two are one in half of all cases. */
  @Test
  void twoModelsThatDiffer() {
    double[][] two = {{1, 2, 3, 4, 5, 6, 7, 8}, {9, 2, 3, 4, 5, 6, 7, 8}};
    MaintenanceStatus found =
        MaintenanceStatus.of(two, new BitSet(), StatusOptions.DEFAULT).orElseThrow();
    assertThat(found.high().stream()).containsExactly(1);
    assertThat(found.silhouette().mean()).isZero();
  }

  private static MaintenanceStatus status(List<History> models) {
    BitSet single = new BitSet();
    for (int i = 0; i < models.size(); i++) {
      single.set(i, models.get(i).commits().size() == 1);
    }
    return MaintenanceStatus.of(
            models.stream()
                .map(each -> Feature.of(each, OBSERVED, RuleClassifier.shipped()))
                .toArray(double[][]::new),
            single,
            StatusOptions.DEFAULT)
        .orElseThrow();
  }

  private static List<History> models(int maintained) {
    List<History> models = new ArrayList<>();
    for (int i = 0; i < 3 * maintained; i++) {
      List<Commit> commits = new ArrayList<>();
      if (i < maintained) {
        for (int day = 70 + i % 3; day < 100; day++) {
          commits.add(commit(day, "author" + day % 3, day % 5 == 0 ? "Fix" : "Add"));
        }
      } else {
        commits.add(commit(i % 4, "a", "Add"));
        commits.add(commit(i % 4 + 30, "a", "Add"));
      }
      models.add(new History("model" + i, commits));
    }
    return models;
  }

  private static Commit commit(int day, String author, String message) {
    return new Commit(START.plus(Duration.ofDays(day)), List.of(author), message);
  }
}
