package dev.clade.lineage.ecosystem.library;

import dev.clade.lineage.ecosystem.catalogue.Catalogue;
import dev.clade.lineage.ecosystem.derivation.DerivationGraph;
import dev.clade.lineage.ecosystem.derivation.DerivationTypes;
import dev.clade.lineage.ecosystem.report.Analysis;
import dev.clade.lineage.ecosystem.report.ParameterDefinition;
import dev.clade.lineage.ecosystem.report.Parameters;
import dev.clade.lineage.ecosystem.report.Studies;
import dev.clade.lineage.ecosystem.statistics.Distribution;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.report.Figure;
import dev.clade.report.Report;
import dev.clade.report.Source;
import dev.clade.report.Table;
import java.util.List;
import java.util.stream.IntStream;

/** Whether derived models keep their bases' libraries, as a report. */
public final class LibraryAnalysis implements Analysis {
  private static final String LIMIT = "limit";

  @Override
  public String name() {
    return "library";
  }

  @Override
  public String title() {
    return "The libraries of models and of what was derived from them";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<Source> sources() {
    return List.of(Studies.JONES);
  }

  @Override
  public List<ParameterDefinition> parameters() {
    return List.of(
        DerivationTypes.PARAMETER,
        ParameterDefinition.whole(
            LIMIT, "Rows of tables that rank libraries and parents.", 20, 1, 1_000));
  }

  @Override
  public Report run(GraphSnapshot snapshot, Catalogue catalogue, Parameters parameters) {
    LibraryModels models = LibraryModels.read(snapshot, catalogue);
    DerivationGraph graph =
        DerivationGraph.of(snapshot, DerivationTypes.chosen(parameters), models::isThere);
    Parents parents = new Parents(graph, models);
    Distribution descendants =
        Distribution.of(
            IntStream.range(graph.firstModel(), graph.endModel())
                .map(graph::derivedCount)
                .filter(count -> count > 0));
    int limit = parameters.whole(LIMIT);
    List<Table> tables =
        List.of(
            LibraryTables.kept(LibraryPreservation.of(graph, models::libraries), limit),
            LibraryTables.descendants(DirectDescendants.of(graph)),
            LibraryTables.distribution(descendants),
            LibraryTables.top(parents, limit),
            LibraryTables.lines(parents));
    List<Figure> figures =
        List.of(LibraryFigures.tail(descendants), LibraryFigures.line(parents.byOwnDownloads()));
    return new Report(coverage(graph, models), tables, figures, notes());
  }

  private static List<Report.Fact> coverage(DerivationGraph graph, LibraryModels models) {
    long looked = 0;
    long unknownParents = 0;
    for (int model = graph.firstModel(); model < graph.endModel(); model++) {
      boolean has = !models.libraries(model).isEmpty();
      for (int i = 0; i < graph.baseCount(model); i++) {
        looked += has && !models.libraries(graph.base(model, i)).isEmpty() ? 1 : 0;
      }
      boolean unknown = models.downloads(model) == LibraryModels.UNKNOWN;
      unknownParents += unknown && graph.derivedCount(model) > 0 ? 1 : 0;
    }
    return List.of(
        new Report.Fact("models that the catalogue has", models.count()),
        new Report.Fact("of these without a library", models.withoutLibrary()),
        new Report.Fact("derivations", graph.edgeCount()),
        new Report.Fact("derivations whose models both have a library", looked),
        new Report.Fact("parents that the catalogue does not have", unknownParents));
  }

  private static List<String> notes() {
    return List.of(
        "A model's libraries are the one that the hub names and its tags that are libraries,"
            + " frameworks or formats of weights by a table that comes with Clade; the study does"
            + " not tell its own.",
        "A library is kept in a derivation when the base has it and the derived model has it, too."
            + " Derivations count when both models have any library; what the study does with the"
            + " others is not told.",
        "Libraries are listed by how many derived models use them beside others, as the study does.",
        "What was deleted counts neither as a base nor as derived. Parents that others only name"
            + " count as parents; their libraries and downloads are unknown.",
        "The lines are log₁₀ of descendants on log₁₀ of downloads, 10⁻⁵ added to both, as in the"
            + " study. Its file has as downloads the sum of those of the descendants, and drops"
            + " repeated rows; that a row is repeated when downloads and descendants are is Clade's"
            + " reading. Lines by a model's own downloads and through all parents stand beside it.",
        "The sum of descendants' downloads grows with their number by itself, and zeros stand far"
            + " out at −5: a slope is no effect of either on the other.");
  }
}
