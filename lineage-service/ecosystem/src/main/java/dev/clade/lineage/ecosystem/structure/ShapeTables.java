package dev.clade.lineage.ecosystem.structure;

import dev.clade.lineage.ecosystem.derivation.DerivationTypes;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.report.Table;
import java.util.List;
import java.util.TreeSet;

/** The tables of a graph's shape. */
final class ShapeTables {
  private static final List<Integer> THRESHOLDS = List.of(1, 2, 5, 20, 100, 1_000);

  private ShapeTables() {}

  static Table size(GraphSize size, Generations generations) {
    return Table.named("size", "Size and density")
        .text("measure", "Measure")
        .real("value", "Value")
        .row("models", (double) size.models())
        .row("derivations", (double) size.edges())
        .row("self-loops left out", (double) size.selfLoops())
        .row("density, directed", size.directedDensity())
        .row("density, undirected", size.undirectedDensity())
        .row("roots of families", (double) generations.roots())
        .row("models in circles", (double) generations.modelsInCircles())
        .build();
  }

  static Table relations(RelationCounts counts) {
    Table.Builder table =
        Table.named("relations", "Derivations by type")
            .text("relation", "Relation")
            .whole("derivations", "Derivations")
            .whole("derived_with_children", "Derived models that others derive from");
    counts
        .edges()
        .forEach(
            (type, edges) ->
                table.row(DerivationTypes.label(type), edges, counts.parents().get(type)));
    return table.build();
  }

  static Table degrees(DegreeTable degrees) {
    TreeSet<Integer> occurring = new TreeSet<>(degrees.total().counts().keySet());
    occurring.addAll(degrees.in().counts().keySet());
    occurring.addAll(degrees.out().counts().keySet());
    Table.Builder table =
        Table.named("degrees", "Models by number of derivations")
            .whole("degree", "Degree")
            .whole("total", "Models of this degree")
            .whole("in", "With so many bases")
            .whole("out", "With so many derived");
    for (int degree : occurring) {
      table.row(
          degree,
          degrees.total().count(degree),
          degrees.in().count(degree),
          degrees.out().count(degree));
    }
    return table.build();
  }

  static Table degreeThresholds(DegreeTable degrees) {
    Table.Builder table =
        Table.named("degree_thresholds", "Models with at least so many")
            .whole("at_least", "At least")
            .whole("in", "Bases")
            .whole("out", "Derived models");
    for (int threshold : THRESHOLDS) {
      table.row(
          threshold, degrees.in().countAtLeast(threshold), degrees.out().countAtLeast(threshold));
    }
    return table.build();
  }

  static Table componentSizes(WeakComponents components) {
    Table.Builder table =
        Table.named("component_sizes", "Weakly connected components by size")
            .whole("models", "Models")
            .whole("components", "Components");
    components.sizes().counts().forEach((size, count) -> table.row(size, count.longValueExact()));
    return table.build();
  }

  static Table largestComponents(GraphSnapshot snapshot, WeakComponents components) {
    Table.Builder table =
        Table.named("largest_components", "The largest components")
            .text("top_ancestor", "Most stems from")
            .whole("top_ancestor_descendants", "Stems from it")
            .whole("models", "Models")
            .whole("derivations", "Derivations")
            .real("directed_density", "Density, directed")
            .real("undirected_density", "Density, undirected");
    for (Component each : components.largest()) {
      table.row(
          snapshot.name(each.topAncestor()).id(),
          each.topAncestorDescendants(),
          each.models(),
          each.edges(),
          each.directedDensity(),
          each.undirectedDensity());
    }
    return table.build();
  }

  static Table topBases(GraphSnapshot snapshot, List<TopBases.Base> bases) {
    Table.Builder table =
        Table.named("top_bases", "The bases that most models derive from directly")
            .text("base", "Base")
            .whole("derived", "Derived models");
    bases.forEach(base -> table.row(snapshot.name(base.model()).id(), base.derived()));
    return table.build();
  }

  static Table generations(Generations generations) {
    Table.Builder table =
        Table.named("generations", "Models by distance from the nearest root")
            .whole("generation", "Generation")
            .whole("models", "Models");
    generations
        .distribution()
        .counts()
        .forEach((generation, count) -> table.row(generation, count.longValueExact()));
    return table.build();
  }
}
