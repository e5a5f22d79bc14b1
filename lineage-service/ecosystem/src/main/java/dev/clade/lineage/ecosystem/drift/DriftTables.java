package dev.clade.lineage.ecosystem.drift;

import dev.clade.lineage.ecosystem.derivation.Trait;
import dev.clade.report.Figure;
import dev.clade.report.Table;
import java.util.List;

/** The tables and pictures of drift. */
final class DriftTables {
  private DriftTables() {}

  static Table.Builder rates() {
    return Table.named("mutation_rates", "How much of a trait changes in a derivation, on average")
        .text("trait", "Trait")
        .real("rate", "Mutation rate")
        .real("mutations", "Sum of mutations")
        .whole("derivations", "Derivations with the trait on both sides");
  }

  static Table.Builder orders() {
    return Table.named("orders", "The orders that most drift agrees with, from source to sink")
        .text("trait", "Trait")
        .text("goal", "Most agreement of")
        .text("order", "Order")
        .whole("edges", "Oriented edges")
        .whole("compatible_edges", "That agree")
        .whole("net_flow", "Net flow")
        .whole("compatible_net_flow", "That agrees")
        .whole("transitions", "Transitions")
        .whole("compatible_transitions", "That agree")
        .real("transition_share", "Share of transitions");
  }

  static void add(Table.Builder table, Trait trait, TraitOrder order, String goal) {
    table.row(
        trait.label(),
        goal,
        String.join(", ", order.values()),
        order.edges(),
        order.compatibleEdges(),
        order.netFlow(),
        order.compatibleNetFlow(),
        order.transitions(),
        order.compatibleTransitions(),
        order.transitionShare());
  }

  /** Lists the transitions between the values of an order that there are any of. */
  static Table transitions(Trait trait, DriftGraph drift, TraitOrder order) {
    Table.Builder table =
        Table.named(trait.label() + "_transitions", "Transitions of the " + trait.label())
            .text("from", "From")
            .text("to", "To")
            .whole("transitions", "Transitions")
            .whole("back", "The other way");
    for (String from : order.values()) {
      for (String to : order.values()) {
        long there = drift.transitions(from, to);
        if (there > 0) {
          table.row(from, to, there, drift.transitions(to, from));
        }
      }
    }
    return table.build();
  }

  static Figure figure(Trait trait, DriftGraph drift, TraitOrder order) {
    List<List<Double>> values =
        order.values().stream()
            .map(
                from ->
                    order.values().stream()
                        .map(to -> (double) drift.transitions(from, to))
                        .toList())
            .toList();
    return new Figure.HeatMap(
        trait.label() + "_drift",
        "Transitions of the %s, in the order of most net flow".formatted(trait.label()),
        "from",
        "to",
        order.values(),
        values);
  }
}
