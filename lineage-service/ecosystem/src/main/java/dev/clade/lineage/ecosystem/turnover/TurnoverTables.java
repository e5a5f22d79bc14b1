package dev.clade.lineage.ecosystem.turnover;

import dev.clade.report.Table;

/** The tables of turnover. */
final class TurnoverTables {
  private TurnoverTables() {}

  /** Lists who remained, returned and came new, a row a snapshot. */
  static Table changes(TopTurnover turnover) {
    Table.Builder table =
        Table.named("turnover", "The top of each snapshot beside those before")
            .text("snapshot", "Snapshot")
            .whole("size", "In the top")
            .whole("remained", "Remained")
            .whole("returning", "Returning")
            .whole("newcomers", "Newcomers")
            .whole("ever", "Ever in a top so far")
            .whole("left", "Left the top")
            .whole("border", "Smallest value")
            .whole("tied_outside", "Outside with that value");
    int ever = 0;
    for (TopChange each : turnover.changes()) {
      ever += each.newcomers();
      table.row(
          each.label(),
          each.size(),
          each.remained(),
          each.returning(),
          each.newcomers(),
          ever,
          each.left(),
          each.border(),
          each.tiedOutside());
    }
    return table.build();
  }
}
