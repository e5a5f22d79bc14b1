package dev.clade.local.view;

import dev.clade.lineage.v1.Analysis;
import dev.clade.lineage.v1.Report;
import dev.clade.lineage.v1.Table.Cell;
import dev.clade.lineage.v1.Table.Column;
import dev.clade.lineage.v1.Table.Row;
import dev.clade.lineage.v1.Table.Type;
import dev.clade.local.print.Table;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/** Reports, and what reports there are. */
public final class ReportView {
  private static final MathContext DIGITS = new MathContext(6);
  private static final double SMALLEST_PLAIN = 1e-4;
  private static final double LARGEST_PLAIN = 1e15;

  private ReportView() {}

  /** Returns the analyses with what can be set. */
  public static String render(List<Analysis> analyses) {
    StringBuilder text = new StringBuilder();
    for (Analysis analysis : analyses) {
      text.append("%s: %s%n".formatted(analysis.getName(), analysis.getTitle()));
      analysis
          .getSourcesList()
          .forEach(
              source ->
                  text.append(
                      "  after %s (%s)%n".formatted(source.getCitation(), source.getLocator())));
      for (Analysis.Parameter parameter : analysis.getParametersList()) {
        text.append(
            "  %s=%s  %s It %s.%n"
                .formatted(
                    parameter.getName(),
                    parameter.getDefaultValue(),
                    parameter.getDescription(),
                    parameter.getRule()));
      }
    }
    return text.toString();
  }

  /**
   * Returns a report as text.
   *
   * @param most most rows of a table
   */
  public static String render(Report report, int most) {
    StringBuilder text = new StringBuilder();
    text.append("%s%n".formatted(report.getTitle()))
        .append("%s; feed at %,d%n%n".formatted(report.getName(), report.getSnapshotSequence()));
    Table coverage = new Table("covered", ">count");
    report
        .getCoverageList()
        .forEach(fact -> coverage.row(fact.getDescription(), "%,d".formatted(fact.getCount())));
    text.append(coverage.render());
    report.getTablesList().forEach(table -> append(text, table, most));
    text.append('\n');
    report.getNotesList().forEach(note -> text.append("- %s%n".formatted(note)));
    return text.toString();
  }

  private static void append(StringBuilder text, dev.clade.lineage.v1.Table table, int most) {
    Table shown =
        new Table(table.getColumnsList().stream().map(ReportView::heading).toArray(String[]::new));
    table.getRowsList().stream()
        .limit(most)
        .map(Row::getCellsList)
        .forEach(cells -> shown.row(cells.stream().map(ReportView::text).toArray()));
    text.append("%n%s (%s)%n".formatted(table.getTitle(), table.getName())).append(shown.render());
    if (table.getRowsCount() > most) {
      text.append("… %,d more rows%n".formatted(table.getRowsCount() - most));
    }
  }

  private static String heading(Column column) {
    return (column.getType() == Type.TYPE_TEXT ? "" : ">") + column.getTitle();
  }

  private static String text(Cell cell) {
    return switch (cell.getValueCase()) {
      case TEXT -> cell.getText();
      case WHOLE -> "%,d".formatted(cell.getWhole());
      case REAL -> text(cell.getReal());
      case VALUE_NOT_SET -> "";
    };
  }

  private static String text(double number) {
    double size = Math.abs(number);
    if (Double.isNaN(number)) {
      return "–";
    }
    if (size >= LARGEST_PLAIN || (size > 0 && size < SMALLEST_PLAIN)) {
      return String.format(Locale.ROOT, "%.3g", number);
    }
    return number == Math.rint(number)
        ? "%,d".formatted((long) number)
        : new BigDecimal(number).round(DIGITS).stripTrailingZeros().toPlainString();
  }
}
