package dev.clade.lineage.ecosystem.library;

import dev.clade.lineage.ecosystem.derivation.DerivationGraph;
import dev.clade.lineage.ecosystem.library.DescendantLine.Point;
import dev.clade.lineage.ecosystem.statistics.Distribution;
import dev.clade.lineage.ecosystem.statistics.Summary;
import dev.clade.lineage.ecosystem.structure.TopBases;
import dev.clade.report.Table;
import java.util.List;

/** The tables of libraries and descendants. */
final class LibraryTables {
  private LibraryTables() {}

  static Table kept(List<KeptLibrary> libraries, int limit) {
    Table.Builder table =
        Table.named("kept_libraries", "Which libraries derived models keep, and use beside others")
            .text("library", "Library")
            .whole("derivations", "Derivations from a base with it")
            .whole("kept", "In which it is kept")
            .real("share", "Share kept")
            .whole("descendants", "Derived models with it")
            .whole("descendants_of_several", "Of these with several libraries");
    libraries.stream()
        .limit(limit)
        .forEach(
            each ->
                table.row(
                    each.library(),
                    each.derivations(),
                    each.kept(),
                    each.share(),
                    each.descendants(),
                    each.descendantsOfSeveral()));
    return table.build();
  }

  static Table descendants(DirectDescendants found) {
    Summary perParent = found.perParent();
    return Table.named("descendants", "How many models were derived directly from each parent")
        .whole("derivations", "Derivations")
        .whole("parents", "Parents: models with any")
        .real("mean", "Mean for each")
        .real("standard_deviation", "Standard deviation (n − 1)")
        .real("median", "Median")
        .real("upper_quartile", "Upper quartile")
        .whole("max", "Largest")
        .whole("single", "Parents with exactly one")
        .real("single_share", "Their share")
        .row(
            found.derivations(),
            perParent.count(),
            perParent.mean(),
            perParent.standardDeviation(),
            perParent.median(),
            perParent.upperQuartile(),
            perParent.max(),
            found.single(),
            found.singleShare())
        .build();
  }

  static Table distribution(Distribution descendants) {
    Table.Builder table =
        Table.named("parents_by_descendants", "Parents by the number of direct descendants")
            .whole("descendants", "Descendants")
            .whole("parents", "Parents with so many");
    descendants.counts().keySet().forEach(n -> table.row(n, descendants.count(n)));
    return table.build();
  }

  static Table top(Parents parents, int limit) {
    DerivationGraph graph = parents.graph();
    Table.Builder table =
        Table.named("top_parents", "The models with most direct descendants")
            .text("model", "Model")
            .whole("descendants", "Descendants")
            .text("downloads", "Downloads")
            .whole("descendants_downloads", "Downloads of descendants");
    for (TopBases.Base each : TopBases.of(graph, limit)) {
      long downloads = parents.models().downloads(each.model());
      table.row(
          graph.snapshot().name(each.model()).id(),
          each.derived(),
          downloads == LibraryModels.UNKNOWN ? "unknown" : Long.toString(downloads),
          parents.descendantsDownloads(each.model()));
    }
    return table.build();
  }

  static Table lines(Parents parents) {
    Table.Builder table =
        Table.named("descendants_by_downloads", "Lines through descendants by downloads (log₁₀)")
            .text("downloads", "Downloads")
            .text("points", "Points")
            .whole("count", "How many")
            .real("slope", "Slope")
            .real("slope_lower", "Slope, lower end of 95 %")
            .real("slope_upper", "Slope, upper end")
            .real("intercept", "Intercept")
            .real("correlation", "Pearson's r");
    add(table, "of descendants", parents.byDescendantsDownloads());
    add(table, "own", parents.byOwnDownloads());
    return table.build();
  }

  private static void add(Table.Builder table, String downloads, List<Point> points) {
    add(table, downloads, "all parents", points);
    add(table, downloads, "different points", Point.different(points));
  }

  private static void add(Table.Builder table, String downloads, String which, List<Point> points) {
    DescendantLine.of(points)
        .ifPresent(
            line ->
                table.row(
                    downloads,
                    which,
                    line.points(),
                    line.slope().value(),
                    line.slope().lower(),
                    line.slope().upper(),
                    line.intercept().value(),
                    line.correlation()));
  }
}
