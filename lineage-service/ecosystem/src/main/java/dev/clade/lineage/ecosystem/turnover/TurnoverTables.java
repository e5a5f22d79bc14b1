package dev.clade.lineage.ecosystem.turnover;

import dev.clade.lineage.ecosystem.report.Table;

/** The tables of turnover. */
public final class TurnoverTables {
  private TurnoverTables() {}

  /** Lists who remained, returned and came new, a row a snapshot. */
  public static Table changes(TopTurnover turnover) {
    Table.Builder table =
        Table.named("turnover", "The top of each snapshot beside those before")
            .text("snapshot", "Snapshot")
            .whole("size", "In the top")
            .whole("remained", "Remained")
            .whole("returning", "Returning")
            .whole("newcomers", "Newcomers")
            .whole("left", "Left the top")
            .whole("border", "Smallest value")
            .whole("tied_outside", "Outside with that value");
    for (TopChange each : turnover.changes()) {
      table.row(
          each.label(),
          each.size(),
          each.remained(),
          each.returning(),
          each.newcomers(),
          each.left(),
          each.border(),
          each.tiedOutside());
    }
    return table.build();
  }
}
