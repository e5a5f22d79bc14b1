package dev.clade.lineage.ecosystem.maintenance;

import dev.clade.lineage.ecosystem.history.History;
import dev.clade.lineage.ecosystem.maintenance.evaluation.Score;
import dev.clade.lineage.ecosystem.maintenance.evaluation.Scores;
import dev.clade.lineage.ecosystem.maintenance.stage.CommitMetric;
import dev.clade.lineage.ecosystem.maintenance.stage.StageComparison;
import dev.clade.lineage.ecosystem.maintenance.stage.StageDivision;
import dev.clade.lineage.ecosystem.maintenance.status.MaintenanceStatus;
import dev.clade.lineage.ecosystem.maintenance.swanson.ClassShares;
import dev.clade.lineage.ecosystem.maintenance.swanson.CommitClass;
import dev.clade.lineage.ecosystem.maintenance.swanson.CommitClassifier;
import dev.clade.lineage.ecosystem.maintenance.swanson.TitleTreatment;
import dev.clade.lineage.ecosystem.rank.Friedman;
import dev.clade.lineage.ecosystem.report.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hipparchus.stat.descriptive.rank.Median;

/** The tables of the report on maintenance. */
final class MaintenanceTables {
  private MaintenanceTables() {}

  static Table shares(List<String> messages, Map<String, CommitClassifier> classifiers) {
    Table.Builder table =
        Table.named("commit_classes", "What commits are for")
            .text("classifier", "Classifier")
            .text("titles", "Templated titles")
            .whole("commits", "Commits")
            .whole("excluded", "Excluded")
            .whole("unclassified", "Of no class")
            .real("corrective", "Corrective")
            .real("adaptive", "Adaptive")
            .real("perfective", "Perfective");
    classifiers.forEach(
        (name, classifier) -> {
          for (TitleTreatment treatment : TitleTreatment.values()) {
            ClassShares found = ClassShares.of(messages, classifier, treatment);
            table.row(
                name,
                lower(treatment),
                found.commits(),
                found.excluded(),
                found.unclassified(),
                found.share(CommitClass.CORRECTIVE),
                found.share(CommitClass.ADAPTIVE),
                found.share(CommitClass.PERFECTIVE));
          }
        });
    return table.build();
  }

  static Table scores(Map<String, Scores> scores) {
    Table.Builder table =
        Table.named("classifier_scores", "Classifiers on the judged messages (published F1: 0.87)")
            .text("classifier", "Classifier")
            .text("class", "Class")
            .real("precision", "Precision")
            .real("recall", "Recall")
            .real("f1", "F1");
    scores.forEach(
        (name, found) -> {
          for (CommitClass each : CommitClass.values()) {
            score(table, name, lower(each), found.classes().get(each));
          }
          score(table, name, "all decisions (micro)", found.micro());
          table.row(name, "mean of classes (macro)", Double.NaN, Double.NaN, found.macroF1());
        });
    return table.build();
  }

  static Table metrics(List<History> histories, CommitClassifier classifier) {
    Table.Builder table =
        Table.named("commit_metrics", "How commits come, by model")
            .text("metric", "Metric")
            .whole("models", "Models")
            .whole("missing", "Missing")
            .real("mean", "Mean")
            .real("median", "Median")
            .real("max", "Largest");
    for (CommitMetric metric : CommitMetric.values()) {
      double[] known =
          histories.stream()
              .mapToDouble(each -> metric.of(each, classifier))
              .filter(value -> !Double.isNaN(value))
              .toArray();
      table.row(
          lower(metric),
          known.length,
          histories.size() - known.length,
          Arrays.stream(known).average().orElse(Double.NaN),
          new Median().evaluate(known),
          Arrays.stream(known).max().orElse(Double.NaN));
    }
    return table.build();
  }

  static Table stages(StageDivision division, Map<CommitMetric, StageComparison> comparisons) {
    Table.Builder table =
        Table.named(lower(division), "Metrics by stage: " + lower(division).replace('_', ' '))
            .text("metric", "Metric")
            .whole("models", "Models")
            .whole("missing", "Missing")
            .real("median_1", "Median of the first stage")
            .real("median_2", "Median of the second stage")
            .real("median_3", "Median of the third stage")
            .real("chi_squared", "Friedman's χ²")
            .real("p_value", "p")
            .real("holm_1_2", "Wilcoxon, first and second (Holm)")
            .real("holm_1_3", "Wilcoxon, first and third (Holm)")
            .real("holm_2_3", "Wilcoxon, second and third (Holm)");
    comparisons.forEach(
        (metric, found) -> found.test().ifPresent(test -> stage(table, metric, found, test)));
    return table.build();
  }

  static Table status(MaintenanceStatus found) {
    return Table.named("maintenance_status", "Which models are highly maintained")
        .text("figure", "Figure")
        .real("value", "Value")
        .real("published", "Published")
        .row("share of high models", found.highShare(), MaintenanceStatus.PUBLISHED_HIGH)
        .row("models with one commit", (double) found.single(), Double.NaN)
        .row("of those, in the high cluster", (double) found.singleMoved(), Double.NaN)
        .row("silhouette", found.silhouette().mean(), Double.NaN)
        .row("models in the silhouette", (double) found.silhouette().sample(), Double.NaN)
        .row("adjusted Rand index, mean", found.stability().mean(), Double.NaN)
        .row("adjusted Rand index, least", found.stability().least(), Double.NaN)
        .build();
  }

  private static void stage(
      Table.Builder table, CommitMetric metric, StageComparison found, Friedman test) {
    table.row(
        lower(metric),
        found.models(),
        found.missing(),
        found.medians().get(0),
        found.medians().get(1),
        found.medians().get(2),
        test.chiSquared(),
        test.pValue(),
        test.pairs().get(0).holm(),
        test.pairs().get(1).holm(),
        test.pairs().get(2).holm());
  }

  private static void score(Table.Builder table, String classifier, String what, Score score) {
    table.row(classifier, what, score.precision(), score.recall(), score.f1());
  }

  private static String lower(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }
}
