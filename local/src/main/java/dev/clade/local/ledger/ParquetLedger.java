package dev.clade.local.ledger;

import dev.clade.valuation.v1.Evaluation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Ledgers as Parquet: contributors are whole numbers of one byte, utilities doubles, and a utility
 * that an evaluation does not have is null.
 */
public final class ParquetLedger {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final String DATABASE = "jdbc:duckdb:";

  private ParquetLedger() {}

  /** Tells whether a file is Parquet, by its first bytes. */
  public static boolean is(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      return Arrays.equals(content.readNBytes(MAGIC.length), MAGIC);
    }
  }

  /**
   * Writes a table.
   *
   * @throws IOException when it cannot, such as because names differ in case alone
   */
  public static void write(LedgerTable table, Path file) throws IOException {
    try (Connection connection = DriverManager.getConnection(DATABASE);
        Statement statement = connection.createStatement()) {
      List<String> header = table.header();
      List<String> types = types(table);
      statement.execute(
          "CREATE TABLE ledger (%s)"
              .formatted(
                  String.join(
                      ", ",
                      IntStream.range(0, header.size())
                          .mapToObj(i -> quoted(header.get(i), '"') + " " + types.get(i))
                          .toList())));
      try (DuckDBAppender appender =
          connection
              .unwrap(DuckDBConnection.class)
              .createAppender(DuckDBConnection.DEFAULT_SCHEMA, "ledger")) {
        for (Evaluation row : table.rows()) {
          append(appender, table.cells(row), types);
        }
      }
      statement.execute(
          "COPY ledger TO %s (FORMAT parquet)".formatted(quoted(file.toString(), '\'')));
    } catch (SQLException e) {
      throw new IOException("cannot write %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /**
   * Reads a table.
   *
   * @throws IllegalArgumentException naming what is wrong in it
   */
  public static LedgerTable read(Path file) throws IOException {
    try (Connection connection = DriverManager.getConnection(DATABASE);
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT * FROM read_parquet(%s)".formatted(quoted(file.toString(), '\'')))) {
      ResultSetMetaData columns = found.getMetaData();
      List<String> header = new ArrayList<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        header.add(columns.getColumnName(i));
      }
      List<List<String>> rows = new ArrayList<>();
      while (found.next()) {
        List<String> cells = new ArrayList<>(header.size());
        for (int i = 1; i <= header.size(); i++) {
          Object cell = found.getObject(i);
          cells.add(cell == null ? "" : cell.toString());
        }
        rows.add(cells);
      }
      return LedgerTable.parse(header, rows);
    } catch (SQLException e) {
      throw new IOException("cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static List<String> types(LedgerTable table) {
    List<String> types = new ArrayList<>();
    table.contributors().forEach(_ -> types.add("UTINYINT"));
    types.addAll(List.of("INTEGER", "INTEGER"));
    table.utilities().forEach(_ -> types.add("DOUBLE"));
    types.addAll(List.of("VARCHAR", "DOUBLE", "VARCHAR", "VARCHAR"));
    return types;
  }

  private static void append(DuckDBAppender appender, List<String> cells, List<String> types)
      throws SQLException {
    appender.beginRow();
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      switch (types.get(i)) {
        case "UTINYINT" -> appender.append(Byte.parseByte(cell));
        case "INTEGER" -> appender.append(Integer.parseInt(cell));
        case "DOUBLE" -> {
          if (cell.isEmpty()) {
            appender.appendNull();
          } else {
            appender.append(Double.parseDouble(cell));
          }
        }
        default -> appender.append(cell);
      }
    }
    appender.endRow();
  }

  private static String quoted(String text, char quote) {
    return quote + text.replace("" + quote, "" + quote + quote) + quote;
  }
}
