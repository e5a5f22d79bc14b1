package dev.clade.embedding.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.embedding.evaluation.Splits;
import dev.clade.embedding.evaluation.label.LabelEvaluation;
import dev.clade.embedding.evaluation.label.LabelTask;
import dev.clade.embedding.evaluation.label.LinearRows;
import dev.clade.embedding.evaluation.label.LogisticRegression;
import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.LabelColumn;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.leak.Field;
import dev.clade.embedding.leak.LeakList;
import dev.clade.embedding.lineage.LineageOperators;
import dev.clade.embedding.making.FeatureMaker;
import dev.clade.embedding.making.Labels;
import dev.clade.embedding.making.Vocabulary;
import dev.clade.embedding.making.VocabularyMaker;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.repository.SnapshotRule;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is evaluated cannot be read off the features of real hubs. */
class HubLeakTest {
  private static final double MOST = .99;

  @Test
  void configurationTellsNoLabel() {
    List<RepositoryRecord> hub = new SnapshotRule(Hubs.JULY_2024).apply(Hubs.july2024Whole());
    probe("July 2024, whole", hub, Hubs.JULY_2024)
        .forEach((task, accuracy) -> assertThat(accuracy).as(task).isLessThanOrEqualTo(MOST));
  }

  @Test
  void withoutTheLeakListTheProbeFindsThem() {
    List<RepositoryRecord> hub = new SnapshotRule(Hubs.JULY_2024).apply(Hubs.july2024Whole());
    Map<String, Double> found =
        probe("July 2024, whole, leaking", hub, Hubs.JULY_2024, LeakList.of(Set.of(), hub));
    assertThat(found.get(Labels.MODEL_TYPE)).isGreaterThan(MOST);
  }

  @Test
  void noTestedRowsEdgeIsInTheLineageView() {
    HubCase hub =
        new HubCase("July 2024", Hubs.july2024(.01), Hubs.JULY_2024, Field.LABELS_AND_PARENTS);
    int held = 0;
    for (int row : hub.split.test()) {
      held += hub.declared.parents()[row].length > 0 ? 1 : 0;
      for (int operator : List.of(0, 2, 5)) {
        for (int d = 0; d < 64; d++) {
          assertThat(hub.table.lineage().values()[row * LineageOperators.COUNT + operator * 64 + d])
              .isZero();
        }
      }
      for (int parent : hub.declared.parents()[row]) {
        assertThat(hub.visible.children()[parent]).doesNotContain(row);
      }
    }
    assertThat(held).isPositive();
    assertThat(hub.records)
        .allMatch(each -> each.createdAt().orElseThrow().isBefore(Hubs.JULY_2024));
  }

  private static Map<String, Double> probe(String name, List<RepositoryRecord> hub, Instant at) {
    return probe(name, hub, at, LeakList.of(Field.LABELS_AND_PARENTS, hub));
  }

  /** The accuracy of a logistic regression on hashed tokens alone, families on both sides. */
  private static Map<String, Double> probe(
      String name, List<RepositoryRecord> hub, Instant at, LeakList leaks) {
    Vocabulary vocabulary = VocabularyMaker.count(hub, leaks);
    FeatureTable table = new FeatureMaker(vocabulary, at).table(hub);
    LinearRows tokens = LinearRows.tfIdf(table, vocabulary, View.CARD, View.TAGS);
    Map<String, Double> accuracies = new LinkedHashMap<>();
    for (LabelColumn labels : Labels.of(hub)) {
      if (labels.task().equals(Labels.RELATION)) {
        continue;
      }
      LabelTask task =
          LabelTask.of(
              labels, Splits.random(IntStream.range(0, hub.size()).toArray(), 1), 0, 1000, 1);
      double accuracy =
          LabelEvaluation.full(new LogisticRegression("probe", tokens), task, 1).accuracy().mean();
      System.out.printf(
          Locale.ROOT, "%s: probe of %s on tokens %.3f%n", name, labels.task(), accuracy);
      accuracies.put(labels.task(), accuracy);
    }
    return accuracies;
  }
}
