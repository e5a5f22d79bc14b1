package dev.clade.embedding.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.embedding.evaluation.baseline.RawConcatenation;
import dev.clade.embedding.evaluation.label.LabelEvaluation;
import dev.clade.embedding.evaluation.label.LabelPredictor;
import dev.clade.embedding.evaluation.label.LabelScore;
import dev.clade.embedding.evaluation.label.LabelTask;
import dev.clade.embedding.evaluation.label.LineageAverage;
import dev.clade.embedding.evaluation.label.LinearRows;
import dev.clade.embedding.evaluation.label.LogisticRegression;
import dev.clade.embedding.evaluation.label.Majority;
import dev.clade.embedding.evaluation.label.NearestNeighbours;
import dev.clade.embedding.feature.LabelColumn;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.leak.Field;
import dev.clade.embedding.vector.VectorTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Labels filled in by what needs no network, on the temporal split, beside what is published of the
 * whole hub by others' splits (Horwitz et al. 2025). It takes many minutes, so only who asks for a
 * share of the hub, such as {@code -Dclade.hub.share=0.02}, runs it.
 */
@EnabledIfSystemProperty(named = "clade.hub.share", matches = ".+")
class HubLabelTest {
  private static final Map<String, String> PUBLISHED =
      Map.of(
          "pipeline_tag", "Graph-Avg .60, Hub-Avg .79",
          "library_name", "Graph-Avg .81, Hub-Avg .84",
          "model_type", "Graph-Avg .66, Hub-Avg .81",
          "license", "Graph-Avg .49, Hub-Avg .85");

  @Test
  void july2024() {
    measure(
        new HubCase(
            "July 2024", Hubs.july2024(HubCase.share()), Hubs.JULY_2024, Field.LABELS_AND_PARENTS));
  }

  @Test
  void february2022() {
    measure(
        new HubCase(
            "February 2022", Hubs.february2022(), Hubs.FEBRUARY_2022, Field.LABELS_AND_PARENTS));
  }

  @Test
  void august2026() {
    measure(
        new HubCase("August 2026", Hubs.august2026(), Hubs.AUGUST_2026, Field.LABELS_AND_PARENTS));
  }

  private static void measure(HubCase hub) {
    VectorTable raw = RawConcatenation.of(hub.table, HubCase.VIEWS, 128, 1);
    LineageAverage siblings = LineageAverage.hub(hub.declared);
    LabelPredictor text =
        new LogisticRegression(
            "B3 TF-IDF + LR", LinearRows.tfIdf(hub.table, hub.vocabulary, View.CARD, View.TAGS));
    LabelPredictor tags =
        new LogisticRegression(
            "B7 tags + LR", LinearRows.tfIdf(hub.table, hub.vocabulary, View.TAGS));
    LabelPredictor neighbours = new NearestNeighbours("B5 raw + kNN", raw);
    LabelPredictor probe = new LogisticRegression("B5 raw + LR", LinearRows.of(raw));
    for (LabelColumn labels : hub.labels) {
      LabelTask task = LabelTask.of(labels, hub.split, 300, 1000, 1);
      if (task.test().length < 50 || classes(task) < 2) {
        continue;
      }
      System.out.printf(
          Locale.ROOT,
          "%s, %s: %d classes, %d to learn from, %d tested; published %s%n",
          hub.name,
          labels.task(),
          classes(task),
          task.train().length,
          task.test().length,
          PUBLISHED.getOrDefault(labels.task(), "relation .61 to .80"));
      double majority = full(new Majority(), task);
      full(LineageAverage.graph(hub.declared), task);
      full(siblings, task);
      LabelTask connected = task.testing(siblings::connected);
      if (connected.test().length >= 50) {
        System.out.printf("  of these %d have siblings:%n", connected.test().length);
        full(siblings, connected);
        full(text, connected);
      }
      for (LabelPredictor each : List.of(text, neighbours, probe, tags)) {
        double accuracy = full(each, task);
        assertThat(accuracy).as(each.name() + " against nothing").isGreaterThan(majority - .1);
        // No leak: what is evaluated cannot be read off the tokens.
        assertThat(accuracy).as(each.name() + " of " + labels.task()).isLessThan(.99);
      }
      for (int shots : HubCase.full() ? List.of(1, 5, 10, 20) : List.of(5)) {
        for (LabelPredictor each : List.of(text, neighbours, probe)) {
          print(LabelEvaluation.fewShot(each, task, shots, 7));
        }
      }
    }
  }

  private static double full(LabelPredictor predictor, LabelTask task) {
    LabelScore score = LabelEvaluation.full(predictor, task, 7);
    print(score);
    return score.accuracy().mean();
  }

  private static long classes(LabelTask task) {
    return Arrays.stream(task.train()).map(row -> task.labels().values()[row]).distinct().count();
  }

  private static void print(LabelScore score) {
    System.out.printf(
        Locale.ROOT,
        "  %-16s %4s  accuracy %.3f [%.3f, %.3f]  macro-F1 %.3f [%.3f, %.3f]%n",
        score.predictor(),
        score.shots() == 0 ? "all" : score.shots(),
        score.accuracy().mean(),
        score.accuracy().low(),
        score.accuracy().high(),
        score.macroF1().mean(),
        score.macroF1().low(),
        score.macroF1().high());
  }
}
