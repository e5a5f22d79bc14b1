package dev.clade.lineage.ecosystem.maintenance;

import dev.clade.lineage.ecosystem.maintenance.status.MaintenanceStatus;
import dev.clade.lineage.ecosystem.maintenance.status.StatusComparison;
import dev.clade.lineage.ecosystem.rank.MannWhitney;
import dev.clade.report.Table;
import java.util.Map;
import java.util.Optional;

/** The tables of which models are maintained. */
final class StatusTables {
  private StatusTables() {}

  static Table status(Optional<MaintenanceStatus> status) {
    Table.Builder table =
        Table.named("maintenance_status", "Which models are highly maintained")
            .text("figure", "Figure")
            .real("value", "Value")
            .real("published", "Published");
    status.ifPresent(
        found ->
            table
                .row("models", (double) found.models(), Double.NaN)
                .row("high models", (double) found.high().cardinality(), Double.NaN)
                .row("share of high models", found.highShare(), MaintenanceStatus.PUBLISHED_HIGH)
                .row("models with one commit", (double) found.single(), Double.NaN)
                .row("of those, in the high cluster", (double) found.singleMoved(), Double.NaN)
                .row("silhouette", found.silhouette().mean(), Double.NaN)
                .row("models in the silhouette", (double) found.silhouette().sample(), Double.NaN)
                .row("adjusted Rand index, mean", found.stability().mean(), Double.NaN)
                .row("adjusted Rand index, least", found.stability().least(), Double.NaN));
    return table.build();
  }

  /** Compares high and low models, by what they are compared by. */
  static Table comparison(String name, String title, Map<String, StatusComparison> comparisons) {
    Table.Builder table =
        Table.named(name, title)
            .text("measure", "Measure")
            .whole("high", "High models")
            .whole("low", "Low models")
            .whole("missing", "Missing")
            .real("median_high", "Median of high")
            .real("median_low", "Median of low")
            .real("u", "U of high (Mann-Whitney)")
            .real("p_value", "p")
            .real("cliffs_delta", "Cliff's δ");
    comparisons.forEach(
        (measure, found) ->
            table.row(
                measure,
                found.high(),
                found.low(),
                found.missing(),
                found.medianHigh(),
                found.medianLow(),
                found.test().map(MannWhitney::u).orElse(Double.NaN),
                found.test().map(MannWhitney::pValue).orElse(Double.NaN),
                found.test().map(MannWhitney::cliffsDelta).orElse(Double.NaN)));
    return table.build();
  }
}
