package dev.clade.local.print;

import java.util.ArrayList;
import java.util.List;

/** A table for a terminal: columns are as wide as their widest cell, numbers stand to the right. */
public final class Table {
  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();

  /** Creates a table with the names of its columns; a leading {@code >} aligns one to the right. */
  public Table(String... header) {
    this.header = List.of(header);
  }

  /** Adds a row with a cell for each column. */
  public Table row(Object... cells) {
    if (cells.length != header.size()) {
      throw new IllegalArgumentException(
          "%d cells for %d columns".formatted(cells.length, header.size()));
    }
    rows.add(List.of(cells).stream().map(String::valueOf).toList());
    return this;
  }

  /** Returns the lines of the table, each ended. */
  public String render() {
    int[] widths = new int[header.size()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = title(column).length();
      for (List<String> row : rows) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    StringBuilder text = new StringBuilder();
    List<String> titles = new ArrayList<>();
    for (int column = 0; column < widths.length; column++) {
      titles.add(title(column));
    }
    line(text, titles, widths);
    rows.forEach(row -> line(text, row, widths));
    return text.toString();
  }

  private void line(StringBuilder text, List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String format =
          (header.get(column).startsWith(">") ? "%" : "%-") + Math.max(1, widths[column]) + "s  ";
      line.append(format.formatted(cells.get(column)));
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  private String title(int column) {
    String name = header.get(column);
    return name.startsWith(">") ? name.substring(1) : name;
  }
}
