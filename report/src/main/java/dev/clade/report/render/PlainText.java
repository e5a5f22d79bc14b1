package dev.clade.report.render;

import dev.clade.report.Table;
import dev.clade.report.Table.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Writes tables as lines of aligned columns, numbers to the right. */
public final class PlainText {
  private static final String GAP = "  ";

  private PlainText() {}

  /** Returns a table with its title above, its name behind that, and a line for each row. */
  public static String of(Table table) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(table.columns().stream().map(Table.Column::title).toList());
    table.rows().forEach(row -> lines.add(row.stream().map(Numbers::readable).toList()));
    int[] widths =
        IntStream.range(0, table.columns().size())
            .map(
                column ->
                    lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0))
            .toArray();
    StringBuilder text = new StringBuilder();
    text.append(table.title()).append(" (").append(table.name()).append(")\n");
    for (List<String> line : lines) {
      StringBuilder padded = new StringBuilder();
      for (int column = 0; column < widths.length; column++) {
        String space = " ".repeat(widths[column] - line.get(column).length());
        boolean left = table.columns().get(column).type() == Type.TEXT;
        padded.append(left ? line.get(column) + space : space + line.get(column)).append(GAP);
      }
      text.append(padded.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
