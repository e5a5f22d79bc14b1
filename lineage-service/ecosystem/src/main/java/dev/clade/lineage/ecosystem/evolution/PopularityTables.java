package dev.clade.lineage.ecosystem.evolution;

import dev.clade.lineage.ecosystem.concentration.Concentration;
import dev.clade.lineage.ecosystem.concentration.TopShare;
import dev.clade.lineage.ecosystem.statistics.Summary;
import dev.clade.report.Table;
import java.util.List;

/** The tables of popularity. */
final class PopularityTables {
  private PopularityTables() {}

  /** Describes the downloads and likes of what was created in each month. */
  static Table byMonth(List<KindEvolution> kinds) {
    Table.Builder table =
        Table.named("popularity", "Downloads and likes today, by month of creation")
            .text("kind", "Kind")
            .text("measure", "Measure")
            .text("month", "Month")
            .whole("created", "Created")
            .real("mean", "Mean")
            .real("median", "Median")
            .real("upper_quartile", "Upper quartile")
            .whole("max", "Largest")
            .real("zero_share", "Share of zeros");
    for (KindEvolution kind : kinds) {
      kind.popularity().forEach((measure, values) -> add(table, kind, measure, values));
    }
    return table.build();
  }

  private static void add(
      Table.Builder table, KindEvolution kind, String measure, MonthlyPopularity values) {
    Months months = kind.months();
    List<Summary> summaries = values.summaries(months);
    for (int i = 0; i < summaries.size(); i++) {
      Summary each = summaries.get(i);
      table.row(
          kind.kind().collection(),
          measure,
          months.month(i).toString(),
          each.count(),
          each.mean(),
          each.median(),
          each.upperQuartile(),
          each.max(),
          each.zeroShare());
    }
  }

  /** Lists how unequally owners share repositories, downloads and likes. */
  static Table owners(List<KindEvolution> kinds) {
    Table.Builder table =
        Table.named("owners", "How unequally owners share what their repositories have")
            .text("kind", "Kind")
            .text("measure", "Measure")
            .whole("owners", "Owners")
            .real("gini", "Gini coefficient")
            .real("top_ten_thousandth", "Share of the top .01 %")
            .real("top_thousandth", "Of the top .1 %")
            .real("top_percent", "Of the top 1 %")
            .real("top_tenth", "Of the top 10 %")
            .real("top_fifth", "Of the top 20 %");
    for (KindEvolution kind : kinds) {
      kind.concentrations()
          .forEach((measure, found) -> add(table, kind.kind().collection(), measure, found));
    }
    return table.build();
  }

  private static void add(Table.Builder table, String kind, String measure, Concentration found) {
    List<Double> shares = found.topShares().stream().map(TopShare::share).toList();
    table.row(
        kind,
        measure,
        found.count(),
        found.gini(),
        shares.get(0),
        shares.get(1),
        shares.get(2),
        shares.get(3),
        shares.get(4));
  }
}
