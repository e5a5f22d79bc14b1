package dev.clade.lineage.ecosystem.testing;

import dev.clade.report.Report;
import dev.clade.report.Table;
import dev.clade.report.render.Csv;
import dev.clade.report.render.Numbers;
import java.util.List;

/** Reads reports shortly. */
public final class Reports {
  private Reports() {}

  /** Returns a table of a report. */
  public static Table table(Report report, String name) {
    return report.tables().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Returns the cells of each row of a report's table, numbers with all digits. */
  public static List<List<String>> cells(Report report, String name) {
    return table(report, name).rows().stream()
        .map(row -> row.stream().map(Numbers::exact).toList())
        .toList();
  }

  /** Returns the rows of a report's table, each with commas between its cells. */
  public static List<String> rows(Report report, String name) {
    return Csv.of(table(report, name)).lines().skip(1).toList();
  }
}
