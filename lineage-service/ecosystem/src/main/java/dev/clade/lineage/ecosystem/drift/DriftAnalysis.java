package dev.clade.lineage.ecosystem.drift;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/** How traits change along derivations, as a report. */
public final class DriftAnalysis implements Analysis {
  private static final String VALUES = "values";

  @Override
  public String name() {
    return "drift";
  }

  @Override
  public String title() {
    return "How licences, languages, tasks and libraries drift along derivations";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<Source> sources() {
    return List.of(Studies.LAUFER);
  }

  @Override
  public List<ParameterDefinition> parameters() {
    return List.of(
        DerivationTypes.PARAMETER,
        ParameterDefinition.whole(
            VALUES,
            "Of each trait, how many of the values that most models have are put in order.",
            LinearOrdering.MOST_ITEMS,
            2,
            LinearOrdering.MOST_ITEMS));
  }

  @Override
  public Report run(GraphSnapshot snapshot, Catalogue catalogue, Parameters parameters) {
    DerivationGraph graph = DerivationGraph.of(snapshot, DerivationTypes.chosen(parameters));
    Table.Builder rates = DriftTables.rates();
    Table.Builder orders = DriftTables.orders();
    List<Table> tables = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    for (Trait trait : Trait.values()) {
      IntFunction<Set<String>> traits = trait.of(snapshot.attributes());
      MutationRate rate = MutationRate.of(graph, traits);
      rates.row(trait.label(), rate.rate(), rate.mutations(), rate.edges());
      DriftGraph drift = DriftGraph.of(graph, traits);
      List<String> top = drift.top(parameters.whole(VALUES));
      TraitOrder byFlow = TraitOrder.best(drift, top, TraitOrder.Goal.NET_FLOW);
      DriftTables.add(orders, trait, TraitOrder.best(drift, top, TraitOrder.Goal.EDGES), "edges");
      DriftTables.add(orders, trait, byFlow, "net flow");
      tables.add(DriftTables.transitions(trait, drift, byFlow));
      figures.add(DriftTables.figure(trait, drift, byFlow));
    }
    tables.addFirst(orders.build());
    tables.addFirst(rates.build());
    return new Report(coverage(graph), tables, figures, notes());
  }

  private static List<Report.Fact> coverage(DerivationGraph graph) {
    long unknown = 0;
    for (int model = graph.firstModel(); model < graph.endModel(); model++) {
      for (int i = 0; i < graph.baseCount(model); i++) {
        unknown += graph.snapshot().isCatalogued(graph.base(model, i)) ? 0 : 1;
      }
    }
    return List.of(
        new Report.Fact("models", graph.modelCount()),
        new Report.Fact("derivations", graph.edgeCount()),
        new Report.Fact("of them from bases whose traits are unknown", unknown));
  }

  private static List<String> notes() {
    return List.of(
        "A derivation in which either model has no value of a trait does not count for it.",
        "The mutation rate is the mean of 1 − |A ∩ B| / |A ∪ B| over both models' values.",
        "Each value gained counts 1 from each of the base's, each value lost 1 to each of the"
            + " derived model's: a plain change counts 2.",
        "Orders are exact optima; of equally good ones the first by name. Values that say nothing, "
            + "such as other and unknown, are left out.",
        "In the pictures what agrees with the order of most net flow is above the diagonal.");
  }
}
