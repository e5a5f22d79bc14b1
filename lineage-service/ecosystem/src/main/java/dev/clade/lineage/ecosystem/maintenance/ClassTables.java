package dev.clade.lineage.ecosystem.maintenance;

import dev.clade.lineage.ecosystem.maintenance.evaluation.Score;
import dev.clade.lineage.ecosystem.maintenance.evaluation.Scores;
import dev.clade.lineage.ecosystem.maintenance.swanson.ClassShares;
import dev.clade.lineage.ecosystem.maintenance.swanson.CommitClass;
import dev.clade.lineage.ecosystem.maintenance.swanson.CommitClassifier;
import dev.clade.lineage.ecosystem.maintenance.swanson.TitleTreatment;
import dev.clade.report.Table;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The tables of what commits are for. */
final class ClassTables {
  private ClassTables() {}

  static Table shares(List<String> messages, Map<String, CommitClassifier> classifiers) {
    Table.Builder table =
        Table.named("commit_classes", "What commits are for")
            .text("classifier", "Classifier")
            .text("titles", "Templated titles")
            .whole("commits", "Commits")
            .whole("excluded", "Excluded")
            .whole("unclassified", "Of no class")
            .real("corrective", "Corrective (published: 0.025)")
            .real("adaptive", "Adaptive (published: 0.06)")
            .real("perfective", "Perfective (published: 0.89)");
    classifiers.forEach(
        (name, classifier) -> {
          for (TitleTreatment treatment : TitleTreatment.values()) {
            ClassShares found = ClassShares.of(messages, classifier, treatment);
            table.row(
                name,
                Labels.of(treatment),
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
            score(table, name, Labels.of(each), found.classes().get(each));
          }
          score(table, name, "all decisions (micro)", found.micro());
          table.row(name, "mean of classes (macro)", Double.NaN, Double.NaN, found.macroF1());
        });
    return table.build();
  }

  static Table monthly(SortedMap<YearMonth, ClassShares> months) {
    Table.Builder table =
        Table.named("monthly_classes", "What commits are for, by month")
            .text("month", "Month")
            .whole("commits", "Commits")
            .real("corrective", "Corrective")
            .real("adaptive", "Adaptive")
            .real("perfective", "Perfective");
    months.forEach(
        (month, found) ->
            table.row(
                month.toString(),
                found.commits(),
                found.share(CommitClass.CORRECTIVE),
                found.share(CommitClass.ADAPTIVE),
                found.share(CommitClass.PERFECTIVE)));
    return table.build();
  }

  private static void score(Table.Builder table, String classifier, String what, Score score) {
    table.row(classifier, what, score.precision(), score.recall(), score.f1());
  }
}
