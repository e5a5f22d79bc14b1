package dev.clade.lineage.ecosystem.maintenance;

import dev.clade.lineage.ecosystem.history.Commit;
import dev.clade.lineage.ecosystem.history.History;
import dev.clade.lineage.ecosystem.maintenance.evaluation.Evaluation;
import dev.clade.lineage.ecosystem.maintenance.evaluation.Learner;
import dev.clade.lineage.ecosystem.maintenance.evaluation.Scores;
import dev.clade.lineage.ecosystem.maintenance.stage.StageComparison;
import dev.clade.lineage.ecosystem.maintenance.stage.StageDivision;
import dev.clade.lineage.ecosystem.maintenance.status.MaintenanceStatus;
import dev.clade.lineage.ecosystem.maintenance.status.StatusOptions;
import dev.clade.lineage.ecosystem.maintenance.swanson.CommitClassifier;
import dev.clade.lineage.ecosystem.maintenance.swanson.LabelledMessage;
import dev.clade.lineage.ecosystem.maintenance.swanson.LinearClassifier;
import dev.clade.lineage.ecosystem.maintenance.swanson.RuleClassifier;
import dev.clade.lineage.ecosystem.report.Report;
import dev.clade.lineage.ecosystem.report.Report.Fact;
import dev.clade.lineage.ecosystem.report.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All analyses of the commits of models, as one report. */
public final class MaintenanceStudy {
  private static final int FOLDS = 10;
  private static final String RULES = "rules";
  private static final String LEARNT = "learnt";

  private MaintenanceStudy() {}

  /**
   * Analyses the commits of models.
   *
   * @param histories at least two models, not all alike
   * @param observed when they were looked at: not before their last commit
   * @param judged messages to learn the classes of commits from; when there are none, the written
   *     rules tell them, and the report says so. Otherwise at least ten different ones
   */
  public static Report of(
      List<History> histories,
      Instant observed,
      List<LabelledMessage> judged,
      StatusOptions options) {
    Learner linear = messages -> LinearClassifier.train(messages, options.seed());
    Map<String, CommitClassifier> classifiers = new LinkedHashMap<>();
    classifiers.put(RULES, RuleClassifier.shipped());
    if (!judged.isEmpty()) {
      classifiers.put(LEARNT, linear.learn(judged));
    }
    String used = judged.isEmpty() ? RULES : LEARNT;
    CommitClassifier classifier = classifiers.get(used);
    List<String> messages =
        histories.stream().flatMap(each -> each.commits().stream()).map(Commit::message).toList();
    List<Table> tables = new ArrayList<>();
    tables.add(MaintenanceTables.shares(messages, classifiers));
    if (!judged.isEmpty()) {
      Map<String, Scores> scores = new LinkedHashMap<>();
      scores.put(
          "majority", Evaluation.crossValidate(judged, Learner::majority, FOLDS, options.seed()));
      scores.put(RULES, Scores.of(judged, classifiers.get(RULES)));
      scores.put(LEARNT, Evaluation.crossValidate(judged, linear, FOLDS, options.seed()));
      tables.add(MaintenanceTables.scores(scores));
    }
    tables.add(MaintenanceTables.metrics(histories, classifier));
    for (StageDivision division : StageDivision.values()) {
      tables.add(
          MaintenanceTables.stages(division, StageComparison.of(histories, division, classifier)));
    }
    tables.add(
        MaintenanceTables.status(MaintenanceStatus.of(histories, observed, classifier, options)));
    return new Report(
        List.of(
            new Fact("models", histories.size()),
            new Fact("commits", messages.size()),
            new Fact("judged messages", judged.size())),
        tables,
        List.of(),
        notes(used));
  }

  private static List<String> notes(String used) {
    return List.of(
        used.equals(RULES)
            ? "No judged messages were given: what commits are for is told by written rules."
            : "What commits are for is learnt from the judged messages that were given.",
        "Shares are told three times: as the classifier says of every commit, and with templated"
            + " titles that name only what is brought excluded or adaptive.",
        "The study does not tell its features, scaling, stages or rule for naming the clusters;"
            + " these are our own reading.");
  }
}
