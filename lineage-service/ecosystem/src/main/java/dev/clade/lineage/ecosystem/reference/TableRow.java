package dev.clade.lineage.ecosystem.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A line of a table that comes with Clade, or that is given in its place.
 *
 * @param table what the table is called in messages
 * @param number the line, the first of the file being 1
 * @param columns what it has between its tabs, nothing of it blank
 */
public record TableRow(String table, int number, List<String> columns) {
  /** Keeps an unchangeable copy of the columns. */
  public TableRow {
    columns = List.copyOf(columns);
  }

  /** Reads a table that stands beside a class. */
  public static <T> T beside(Class<?> owner, String resource, Function<Reader, T> reader) {
    try (InputStream table = owner.getResourceAsStream(resource)) {
      return reader.apply(new InputStreamReader(table, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the lines behind the header line.
   *
   * @param name what the table is called in messages
   * @param columns how many columns each has
   * @param rule what the columns must be, beginning with "must have"
   * @throws IllegalArgumentException when a line does not fit; it names the line and the rule
   */
  public static List<TableRow> read(Reader table, String name, int columns, String rule) {
    List<TableRow> rows = new ArrayList<>();
    List<String> lines = new BufferedReader(table).lines().toList();
    for (int i = 1; i < lines.size(); i++) {
      TableRow row = new TableRow(name, i + 1, List.of(lines.get(i).split("\t", -1)));
      if (row.columns.size() != columns || row.columns.stream().anyMatch(String::isBlank)) {
        throw row.bad(rule);
      }
      rows.add(row);
    }
    return rows;
  }

  /** Returns the failure of a line that breaks a rule. */
  public IllegalArgumentException bad(String rule) {
    return new IllegalArgumentException("line %d of %s: %s".formatted(number, table, rule));
  }
}
