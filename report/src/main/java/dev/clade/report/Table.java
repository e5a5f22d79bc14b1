package dev.clade.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table.
 *
 * @param name what it is asked for by, in snake case; unique in its report
 * @param title what is in it, for people
 * @param columns its columns
 * @param rows its rows, each with a cell for every column
 */
public record Table(String name, String title, List<Column> columns, List<List<Cell>> rows) {
  /** Keeps unchangeable copies, and checks that every cell is what its column says. */
  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Cell> row : rows) {
      check(name, columns, row);
    }
  }

  /** What the cells of a column are. */
  public enum Type {
    /** Text. */
    TEXT,
    /** Whole numbers. */
    WHOLE,
    /** Real numbers; NaN where there is none to tell. */
    REAL
  }

  /**
   * A column.
   *
   * @param name its name, in snake case; unique in its table
   * @param title its heading, for people
   * @param type what its cells are
   */
  public record Column(String name, String title, Type type) {}

  /** A cell. */
  public sealed interface Cell {
    /** Returns what the cell is. */
    Type type();
  }

  /** A cell of text. */
  public record Text(String text) implements Cell {
    @Override
    public Type type() {
      return Type.TEXT;
    }
  }

  /** A cell with a whole number. */
  public record Whole(long number) implements Cell {
    @Override
    public Type type() {
      return Type.WHOLE;
    }
  }

  /** A cell with a real number. */
  public record Real(double number) implements Cell {
    @Override
    public Type type() {
      return Type.REAL;
    }
  }

  /** Begins a table. */
  public static Builder named(String name, String title) {
    return new Builder(name, title);
  }

  private static void check(String table, List<Column> columns, List<Cell> row) {
    boolean fits = row.size() == columns.size();
    for (int i = 0; fits && i < row.size(); i++) {
      fits = row.get(i).type() == columns.get(i).type();
    }
    if (!fits) {
      throw new IllegalArgumentException("%s has no row %s".formatted(table, row));
    }
  }

  /** Takes columns, then rows. */
  public static final class Builder {
    private final String name;
    private final String title;
    private final List<Column> columns = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();

    private Builder(String name, String title) {
      this.name = name;
      this.title = title;
    }

    /** Adds a column of text. */
    public Builder text(String column, String heading) {
      return column(column, heading, Type.TEXT);
    }

    /** Adds a column of whole numbers. */
    public Builder whole(String column, String heading) {
      return column(column, heading, Type.WHOLE);
    }

    /** Adds a column of real numbers. */
    public Builder real(String column, String heading) {
      return column(column, heading, Type.REAL);
    }

    /**
     * Adds a row.
     *
     * @param cells a string, whole or real number for each column
     */
    public Builder row(Object... cells) {
      List<Cell> row = new ArrayList<>();
      for (Object cell : cells) {
        row.add(cell(cell));
      }
      rows.add(row);
      return this;
    }

    /** Returns the table. */
    public Table build() {
      return new Table(name, title, columns, rows);
    }

    private Builder column(String column, String heading, Type type) {
      columns.add(new Column(column, heading, type));
      return this;
    }

    private static Cell cell(Object value) {
      return switch (value) {
        case String text -> new Text(text);
        case Integer number -> new Whole(number);
        case Long number -> new Whole(number);
        case Double number -> new Real(number);
        default -> throw new IllegalArgumentException("no cell holds " + value.getClass());
      };
    }
  }
}
