package dev.clade.lineage.ecosystem.structure;

import dev.clade.lineage.ecosystem.catalogue.Catalogue;
import dev.clade.lineage.ecosystem.derivation.DerivationGraph;
import dev.clade.lineage.ecosystem.derivation.DerivationTypes;
import dev.clade.lineage.ecosystem.derivation.Trait;
import dev.clade.lineage.ecosystem.report.Analysis;
import dev.clade.lineage.ecosystem.report.ParameterDefinition;
import dev.clade.lineage.ecosystem.report.Parameters;
import dev.clade.lineage.ecosystem.report.Studies;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.report.Figure;
import dev.clade.report.Report;
import dev.clade.report.Source;
import dev.clade.report.Table;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/** The shape of a hub's derivations, as a report. */
public final class StructureAnalysis implements Analysis {
  private static final String LIMIT = "limit";

  @Override
  public String name() {
    return "structure";
  }

  @Override
  public String title() {
    return "The shape of the hub's derivations";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<Source> sources() {
    return List.of(
        new Source(
            "Stalnaker et al.: The ML supply chain in the era of software 2.0 (TOSEM 2025)",
            "arXiv:2502.04484"),
        Studies.LAUFER);
  }

  @Override
  public List<ParameterDefinition> parameters() {
    return List.of(
        DerivationTypes.PARAMETER,
        ParameterDefinition.whole(
            LIMIT, "Rows of tables that rank bases, components and licences.", 20, 1, 1_000));
  }

  @Override
  public Report run(GraphSnapshot snapshot, Catalogue catalogue, Parameters parameters) {
    DerivationGraph graph = DerivationGraph.of(snapshot, DerivationTypes.chosen(parameters));
    IntFunction<Set<String>> licenses = Trait.LICENSE.of(snapshot.attributes());
    int limit = parameters.whole(LIMIT);
    GraphSize size = GraphSize.of(graph);
    DegreeTable degrees = DegreeTable.of(graph);
    WeakComponents components = WeakComponents.of(graph, limit);
    Generations generations = Generations.of(graph);
    ChainCounts chains = ChainCounts.of(graph, licenses);
    List<Table> tables =
        List.of(
            ShapeTables.size(size, generations),
            ShapeTables.relations(RelationCounts.of(graph)),
            ShapeTables.degrees(degrees),
            ShapeTables.degreeThresholds(degrees),
            ShapeTables.componentSizes(components),
            ShapeTables.largestComponents(snapshot, components),
            ShapeTables.topBases(snapshot, TopBases.of(graph, limit)),
            ShapeTables.generations(generations),
            chains.rules(),
            chains.lengths(),
            chains.licenseChanges(),
            chains.licenseTransitions(limit));
    List<Figure> figures =
        List.of(
            ShapeFigures.degrees(degrees),
            ShapeFigures.componentSizes(components),
            ShapeFigures.generations(generations),
            chains.figure());
    return new Report(coverage(snapshot, size, licenses, graph), tables, figures, notes());
  }

  private static List<Report.Fact> coverage(
      GraphSnapshot snapshot,
      GraphSize size,
      IntFunction<Set<String>> licenses,
      DerivationGraph graph) {
    long unlicensed = 0;
    for (int model = graph.firstModel(); model < graph.endModel(); model++) {
      unlicensed += snapshot.isCatalogued(model) && licenses.apply(model).isEmpty() ? 1 : 0;
    }
    return List.of(
        new Report.Fact("models that the catalogue has", size.models() - size.uncatalogued()),
        new Report.Fact("models that others only name", size.uncatalogued()),
        new Report.Fact("catalogued models without a licence", unlicensed));
  }

  private static List<String> notes() {
    return List.of(
        "Models that others only name count among the models, as in Stalnaker et al.",
        "Of several relations between two models one counts; self-loops count as none.",
        "The first rule of chains is that of Stalnaker et al.: it depends on the order in which"
            + " bases are tried and leaves out sinks whose only chain is a pair. The other two do"
            + " not.",
        "Along chains a derivation counts once for each chain that passes it, so families with long"
            + " chains weigh most; along derivations each counts once.",
        "The licences of a model that is not catalogued are unknown; the study takes them for"
            + " none.");
  }
}
