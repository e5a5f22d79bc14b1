package dev.clade.lineage.ecosystem.maintenance;

import dev.clade.lineage.ecosystem.catalogue.Catalogue;
import dev.clade.lineage.ecosystem.maintenance.status.StatusOptions;
import dev.clade.lineage.ecosystem.maintenance.swanson.JudgedMessages;
import dev.clade.lineage.ecosystem.report.Analysis;
import dev.clade.lineage.ecosystem.report.ParameterDefinition;
import dev.clade.lineage.ecosystem.report.Parameters;
import dev.clade.lineage.ecosystem.report.Studies;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.report.Report;
import dev.clade.report.Source;
import java.util.List;

/** How models are maintained, as a report. */
public final class MaintenanceAnalysis implements Analysis {
  private static final String JUDGED_MESSAGES = "judged_messages";
  private static final String NONE = "none";
  private static final String RESTARTS = "restarts";
  private static final String RESAMPLES = "resamples";
  private static final String SAMPLE = "sample";
  private static final String SEED = "seed";

  private final JudgedMessages judged;

  /**
   * Takes what can be learnt from.
   *
   * @param judged messages whose classes somebody judged; maybe none
   */
  public MaintenanceAnalysis(JudgedMessages judged) {
    this.judged = judged;
  }

  @Override
  public String name() {
    return "maintenance";
  }

  @Override
  public String title() {
    return "The maintenance of models";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<Source> sources() {
    return List.of(
        Studies.CASTANO,
        new Source(
            "Castaño et al.: How do machine learning models change? (2024)", "arXiv:2411.09645"),
        new Source(
            "Amit, Feitelson: The corrective commit probability code quality metric (2020)",
            "arXiv:2007.10912"));
  }

  @Override
  public List<ParameterDefinition> parameters() {
    StatusOptions standard = StatusOptions.DEFAULT;
    return List.of(
        ParameterDefinition.choice(
            JUDGED_MESSAGES,
            "The judged messages to learn from what commits are for, by their digest.",
            judged.isEmpty() ? NONE : judged.digest(),
            judged.isEmpty() ? List.of(NONE) : List.of(NONE, judged.digest())),
        ParameterDefinition.whole(
            RESTARTS,
            "How often the clusters of models are sought anew.",
            standard.restarts(),
            1,
            1_000),
        ParameterDefinition.whole(
            RESAMPLES,
            "How often models are drawn anew to see whether the clusters stay.",
            standard.resamples(),
            1,
            1_000),
        ParameterDefinition.whole(
            SAMPLE,
            "Most models of the silhouette, and of those that are drawn anew.",
            standard.sample(),
            2,
            20_000),
        ParameterDefinition.whole(
            SEED,
            "Seed of clusters, samples and what is learnt.",
            (int) standard.seed(),
            0,
            Integer.MAX_VALUE));
  }

  @Override
  public Report run(GraphSnapshot snapshot, Catalogue catalogue, Parameters parameters) {
    JudgedMessages learnt =
        parameters.word(JUDGED_MESSAGES).equals(NONE) ? JudgedMessages.NONE : judged;
    StatusOptions options =
        new StatusOptions(
            parameters.whole(RESTARTS),
            parameters.whole(RESAMPLES),
            parameters.whole(SAMPLE),
            parameters.whole(SEED));
    StudiedModels models = StudiedModels.read(catalogue);
    Classifiers classifiers = Classifiers.of(learnt, options.seed());
    return together(
        List.of(
            CommitReport.of(
                models, classifiers, learnt, Classifiers.scores(learnt, options.seed())),
            StatusReport.of(models, classifiers.used(), options),
            ChangeReport.of(models)));
  }

  private static Report together(List<Report> parts) {
    return new Report(
        parts.stream().flatMap(each -> each.coverage().stream()).toList(),
        parts.stream().flatMap(each -> each.tables().stream()).toList(),
        parts.stream().flatMap(each -> each.figures().stream()).toList(),
        parts.stream().flatMap(each -> each.notes().stream()).toList());
  }
}
