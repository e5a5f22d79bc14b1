package dev.clade.lineage.ecosystem.evolution;

import dev.clade.lineage.ecosystem.catalogue.Catalogue;
import dev.clade.lineage.ecosystem.catalogue.Repository;
import dev.clade.lineage.ecosystem.report.Analysis;
import dev.clade.lineage.ecosystem.report.ParameterDefinition;
import dev.clade.lineage.ecosystem.report.Parameters;
import dev.clade.lineage.ecosystem.report.Studies;
import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.report.Figure;
import dev.clade.report.Report;
import dev.clade.report.Source;
import dev.clade.report.Table;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How a hub changes from month to month, as a report. */
public final class EvolutionAnalysis implements Analysis {
  private static final String KINDS = "kinds";
  private static final String FROM = "from";
  private static final String LIMIT = "limit";

  @Override
  public String name() {
    return "evolution";
  }

  @Override
  public String title() {
    return "The hub's evolution from month to month";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<Source> sources() {
    return List.of(Studies.CASTANO);
  }

  @Override
  public List<ParameterDefinition> parameters() {
    List<String> kinds = Repository.KINDS.stream().map(ArtifactKind::collection).toList();
    return List.of(
        ParameterDefinition.words(
            KINDS,
            "The kinds looked at; domains, frameworks and tags are of models.",
            kinds,
            kinds),
        ParameterDefinition.month(
            FROM,
            "The first month of all series; before 2022-04 first commits tell what the hub does not.",
            Months.FIRST_RECORDED,
            YearMonth.of(2016, 1),
            YearMonth.of(2099, 12)),
        ParameterDefinition.whole(LIMIT, "Labels of each sort, most frequent first.", 20, 1, 200));
  }

  @Override
  public Report run(GraphSnapshot snapshot, Catalogue catalogue, Parameters parameters) {
    YearMonth first = parameters.month(FROM);
    ModelLabels labels = new ModelLabels();
    List<KindEvolution> kinds =
        Repository.KINDS.stream()
            .filter(kind -> parameters.words(KINDS).contains(kind.collection()))
            .map(kind -> read(catalogue, kind, first, labels))
            .toList();
    List<GrowthSeries> series = kinds.stream().flatMap(k -> GrowthSeries.of(k).stream()).toList();
    List<LabelEvolution> evolutions =
        kinds.stream()
            .filter(kind -> kind.kind() == ArtifactKind.MODEL)
            .flatMap(kind -> labels.evolutions(kind.months(), parameters.whole(LIMIT)).stream())
            .toList();
    List<Table> tables =
        new ArrayList<>(
            List.of(
                GrowthTables.months(series),
                GrowthTables.exponential(series),
                GrowthTables.curves(series),
                PopularityTables.byMonth(kinds),
                PopularityTables.owners(kinds)));
    evolutions.forEach(each -> tables.addAll(List.of(each.trends(), each.counts())));
    List<Figure> figures =
        Stream.of(
                series.stream()
                    .filter(each -> !each.counts().isEmpty())
                    .map(EvolutionFigures::growth),
                Stream.of(KindEvolution.DOWNLOADS, KindEvolution.LIKES)
                    .map(measure -> EvolutionFigures.popularity(measure, kinds, first)),
                evolutions.stream().map(LabelEvolution::figure))
            .flatMap(each -> each)
            .toList();
    return new Report(
        EvolutionNotes.coverage(kinds, labels), tables, figures, EvolutionNotes.NOTES);
  }

  private static KindEvolution read(
      Catalogue catalogue, ArtifactKind kind, YearMonth first, ModelLabels labels) {
    CreationTimes times =
        first.isBefore(Months.FIRST_RECORDED)
            ? CreationTimes.withCommits(catalogue, kind)
            : CreationTimes.RECORDED;
    KindEvolution found = new KindEvolution(kind, first, times);
    catalogue.readRepositories(
        kind,
        repository -> {
          if (repository.isThere()) {
            found.add(repository).ifPresent(month -> addLabels(labels, month, repository, kind));
          }
        });
    return found;
  }

  private static void addLabels(
      ModelLabels labels, int month, Repository repository, ArtifactKind kind) {
    if (kind == ArtifactKind.MODEL) {
      labels.add(month, repository);
    }
  }
}
