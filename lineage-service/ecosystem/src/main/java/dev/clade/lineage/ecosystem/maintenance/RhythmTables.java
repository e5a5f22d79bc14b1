package dev.clade.lineage.ecosystem.maintenance;

import dev.clade.lineage.ecosystem.history.History;
import dev.clade.lineage.ecosystem.maintenance.stage.CommitMetric;
import dev.clade.lineage.ecosystem.maintenance.stage.StageComparison;
import dev.clade.lineage.ecosystem.maintenance.stage.StageDivision;
import dev.clade.lineage.ecosystem.maintenance.swanson.CommitClassifier;
import dev.clade.lineage.ecosystem.rank.Friedman;
import dev.clade.lineage.ecosystem.statistics.Summary;
import dev.clade.report.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hipparchus.stat.descriptive.rank.Median;

/** The tables of how commits come over the lives of models. */
final class RhythmTables {
  private RhythmTables() {}

  static Table commits(List<History> histories) {
    Summary found =
        Summary.of(histories.stream().mapToLong(each -> each.commits().size()).toArray());
    return Table.named("commits_of_models", "How many commits models have")
        .text("figure", "Figure")
        .real("value", "Value")
        .row("models", (double) found.count())
        .row("mean", found.mean())
        .row("median", found.median())
        .row("upper quartile", found.upperQuartile())
        .row("largest", (double) found.max())
        .row("standard deviation (n − 1)", found.standardDeviation())
        .row("skewness (g₁)", found.skewness())
        .row("skewness (G₁)", found.adjustedSkewness())
        .build();
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
          Labels.of(metric),
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
        Table.named(
                Labels.of(division), "Metrics by stage: " + Labels.of(division).replace('_', ' '))
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

  private static void stage(
      Table.Builder table, CommitMetric metric, StageComparison found, Friedman test) {
    table.row(
        Labels.of(metric),
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
}
