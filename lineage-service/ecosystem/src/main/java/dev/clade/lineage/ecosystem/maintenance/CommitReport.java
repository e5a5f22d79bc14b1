package dev.clade.lineage.ecosystem.maintenance;

import dev.clade.lineage.ecosystem.history.Commit;
import dev.clade.lineage.ecosystem.history.History;
import dev.clade.lineage.ecosystem.maintenance.evaluation.Scores;
import dev.clade.lineage.ecosystem.maintenance.stage.StageComparison;
import dev.clade.lineage.ecosystem.maintenance.stage.StageDivision;
import dev.clade.lineage.ecosystem.maintenance.swanson.ClassShares;
import dev.clade.lineage.ecosystem.maintenance.swanson.CommitClassifier;
import dev.clade.lineage.ecosystem.maintenance.swanson.JudgedMessages;
import dev.clade.report.Report;
import dev.clade.report.Report.Fact;
import dev.clade.report.Table;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** What commits are for and how they come: a part of the report. */
final class CommitReport {
  private CommitReport() {}

  static Report of(
      StudiedModels models,
      Classifiers classifiers,
      JudgedMessages judged,
      Map<String, Scores> scores) {
    List<History> histories = models.histories();
    List<String> messages =
        histories.stream().flatMap(each -> each.commits().stream()).map(Commit::message).toList();
    CommitClassifier used = classifiers.used();
    SortedMap<YearMonth, ClassShares> monthly = MonthlyClasses.of(histories, used);
    List<Table> tables = new ArrayList<>();
    tables.add(ClassTables.shares(messages, classifiers.all()));
    tables.add(ClassTables.scores(scores));
    tables.add(ClassTables.monthly(monthly));
    tables.add(RhythmTables.commits(histories));
    tables.add(RhythmTables.metrics(histories, used));
    for (StageDivision division : StageDivision.values()) {
      tables.add(RhythmTables.stages(division, StageComparison.of(histories, division, used)));
    }
    return new Report(
        List.of(
            new Fact("models that the catalogue has", models.catalogued()),
            new Fact("models with commits", histories.size()),
            new Fact("models with commits that the catalogue does not list", models.unlisted()),
            new Fact("commits", messages.size()),
            new Fact("judged messages", judged.messages().size())),
        tables,
        List.of(MaintenanceFigures.monthly(monthly), MaintenanceFigures.commits(histories)),
        notes(judged));
  }

  private static List<String> notes(JudgedMessages judged) {
    return List.of(
        judged.isEmpty()
            ? "No judged messages were given: what commits are for is told by written rules."
            : "What commits are for is learnt from the judged messages of digest %s."
                .formatted(judged.digest()),
        "The classes are Swanson's: a commit can be for several or none, so shares do not add up to"
            + " 1. The study used a language model that was trained on messages which are not"
            + " published.",
        "Shares are told three times: as the classifier says of every commit, and with templated"
            + " titles that name only what is brought excluded or adaptive; then a template for the"
            + " card is perfective. Shares by month, metrics and clusters are as the classifier"
            + " says.",
        "Scores are of 10-fold cross-validation in which no message is on both sides; the rules"
            + " learn nothing. A class whose recall is above its precision is given too often, so"
            + " that its share is too large.",
        "Stages are thirds of a model's commits, or of its time; a model in which a metric is not"
            + " known in every stage is missing there. How the study parts lives is not told.");
  }
}
