package dev.clade.report.render;

import dev.clade.report.Table;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes tables as comma-separated values (RFC 4180): a line of the columns' names, then the rows,
 * numbers with all their digits. A real number that there is none of is left empty.
 */
public final class Csv {
  private static final String LINE_END = "\r\n";

  private Csv() {}

  /** Returns a table as text. */
  public static String of(Table table) {
    StringBuilder text = new StringBuilder();
    text.append(line(table.columns().stream().map(Table.Column::name).toList()));
    for (List<Table.Cell> row : table.rows()) {
      text.append(line(row.stream().map(Csv::plain).toList()));
    }
    return text.toString();
  }

  /** Text that a spreadsheet would take for a formula is marked as text, by an apostrophe. */
  private static String plain(Table.Cell cell) {
    String value = Numbers.exact(cell);
    boolean isFormula =
        cell.type() == Table.Type.TEXT
            && !value.isEmpty()
            && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
    return isFormula ? "'" + value : value;
  }

  private static String line(List<String> values) {
    return values.stream().map(Csv::quoted).collect(Collectors.joining(",", "", LINE_END));
  }

  private static String quoted(String value) {
    boolean needsQuotes = value.chars().anyMatch(each -> ",\"\r\n".indexOf(each) >= 0);
    return needsQuotes ? '"' + value.replace("\"", "\"\"") + '"' : value;
  }
}
