package dev.clade.lineage.ecosystem.evolution;

import dev.clade.report.Table;
import java.util.List;

/** The tables of labels over months. */
final class LabelTables {
  private LabelTables() {}

  /** Lists the trends of labels, in the order given. */
  static Table trends(String name, String title, List<LabelTrend> trends) {
    Table.Builder table =
        Table.named(name, title)
            .text("label", "Label")
            .whole("repositories", "Repositories")
            .real("tau", "Kendall's τ")
            .real("slope", "Share gained each month (Sen)")
            .real("p_value", "p")
            .real("adjusted_p_value", "p, Holm")
            .whole("first_rank", "Rank in the first year")
            .whole("last_rank", "Rank in the last year");
    for (LabelTrend each : trends) {
      table.row(
          each.label(),
          each.count(),
          each.trend().tau(),
          each.trend().slope(),
          each.trend().pValue(),
          each.adjusted(),
          each.firstRank(),
          each.lastRank());
    }
    return table.build();
  }

  /** Lists how many repositories of each month have each label. */
  static Table counts(String name, String title, MonthlyLabels labels, List<String> listed) {
    Table.Builder table =
        Table.named(name, title)
            .text("month", "Month")
            .text("label", "Label")
            .whole("created", "Created")
            .whole("with_label", "With the label")
            .real("share", "Share");
    long[] created = labels.created();
    for (String label : listed) {
      long[] counts = labels.counts(label);
      double[] shares = labels.shares(label);
      for (int i = 0; i < counts.length; i++) {
        table.row(labels.months().month(i).toString(), label, created[i], counts[i], shares[i]);
      }
    }
    return table.build();
  }
}
