package dev.clade.lineage.ecosystem.reuse;

import dev.clade.lineage.ecosystem.catalogue.Catalogue;
import dev.clade.lineage.ecosystem.derivation.Trait;
import dev.clade.lineage.ecosystem.report.Analysis;
import dev.clade.lineage.ecosystem.report.DistributionSeries;
import dev.clade.lineage.ecosystem.report.ParameterDefinition;
import dev.clade.lineage.ecosystem.report.Parameters;
import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.report.Figure;
import dev.clade.report.Figure.Axis;
import dev.clade.report.Figure.Scale;
import dev.clade.report.Report;
import dev.clade.report.Source;
import dev.clade.report.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Reuse of datasets and base models by task, as a report. */
public final class ReuseAnalysis implements Analysis {
  private static final String FIELDS = "fields";

  @Override
  public String name() {
    return "reuse";
  }

  @Override
  public String title() {
    return "Reuse of datasets and base models by task";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<Source> sources() {
    return List.of(
        new Source(
            "Park, Yoon: Reuse of datasets and models on Hugging Face (ASIS&T 2025)",
            "notebooks of park-jay/huggingface-models"));
  }

  @Override
  public List<ParameterDefinition> parameters() {
    return List.of(
        ParameterDefinition.words(
            FIELDS, "The fields of study.", StudiedField.labels(), StudiedField.labels()));
  }

  @Override
  public Report run(GraphSnapshot snapshot, Catalogue catalogue, Parameters parameters) {
    IntFunction<Set<String>> tasks = Trait.TASK.of(snapshot.attributes());
    List<ModelDeclaration> models = SnapshotDeclarations.models(snapshot, tasks).toList();
    List<DatasetDeclaration> datasets = SnapshotDeclarations.datasets(snapshot, tasks).toList();
    List<Table> tables = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    for (StudiedField field : StudiedField.values()) {
      if (parameters.words(FIELDS).contains(field.label())) {
        ReuseStudy study = ReuseStudy.of(field.tasks(), models, datasets);
        for (ReuseQuestion question : ReuseQuestion.values()) {
          tables.add(question.table(field, study));
        }
        figures.add(figure(field, study.together()));
      }
    }
    return new Report(coverage(snapshot, models, datasets), tables, figures, notes());
  }

  private static Figure figure(StudiedField field, TaskReuse reuse) {
    return new Figure.Plot(
        field.label(),
        "Reuse in %s tasks: share of artifacts with at least so many".formatted(field.label()),
        new Axis("at least", Scale.LOGARITHMIC),
        new Axis("share", Scale.LOGARITHMIC),
        Arrays.stream(ReuseQuestion.values())
            .map(each -> DistributionSeries.tail(each.title(), each.answer(reuse)))
            .toList());
  }

  private static List<Report.Fact> coverage(
      GraphSnapshot snapshot, List<ModelDeclaration> models, List<DatasetDeclaration> datasets) {
    return List.of(
        new Report.Fact("models", models.size()),
        new Report.Fact("models without a task", count(models, ModelDeclaration::tasks)),
        new Report.Fact("datasets", datasets.size()),
        new Report.Fact("datasets without a task", count(datasets, DatasetDeclaration::tasks)),
        new Report.Fact("datasets that models only name", uncatalogued(snapshot)));
  }

  private static <T> long count(List<T> declarations, Function<T, Set<String>> tasks) {
    return declarations.stream().filter(each -> tasks.apply(each).isEmpty()).count();
  }

  private static long uncatalogued(GraphSnapshot snapshot) {
    long count = 0;
    for (int node = 0; node < snapshot.nodeCount(); node++) {
      boolean dataset = snapshot.kind(node) == ArtifactKind.DATASET;
      count += dataset && !snapshot.isCatalogued(node) ? 1 : 0;
    }
    return count;
  }

  private static List<String> notes() {
    return List.of(
        "A model counts under its task and a dataset under the first task that it names; the study "
            + "counts an artifact under every task of its tags.",
        "RQ3 is answered twice: as the study computed it (bases of a model) and as it worded it "
            + "(models of a base).",
        "An artifact that a model names twice counts once; the study counts repeats.",
        "RQ2 counts datasets of the task that the catalogue has, those that no model names"
            + " included.",
        "Standard deviations have the divisor n − 1.");
  }
}
