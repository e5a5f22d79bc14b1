package dev.clade.ingest.format;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/**
 * Opens DuckDB, shut in: it reads one file, writes only below one folder, loads no extension, and
 * its memory is bounded. Parquet and JSON are built into the driver.
 */
final class DuckDb {
  /** What it may hold in memory, outside the heap, before it writes to its folder. */
  private static final String MEMORY_LIMIT = "384MB";

  /** One, so that what a query returns is in the order of what it reads. */
  private static final int THREADS = 1;

  private DuckDb() {}

  /**
   * Opens a database of its own.
   *
   * @param file the file that may be read
   * @param folder an existing folder for its tables and for what does not fit in memory
   */
  static Connection open(Path file, Path folder) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
    properties.setProperty("threads", Integer.toString(THREADS));
    properties.setProperty("memory_limit", MEMORY_LIMIT);
    properties.setProperty("temp_directory", folder.resolve("spilled").toString());
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    Connection connection =
        new DuckDBDriver().connect("jdbc:duckdb:" + folder.resolve("tables.duckdb"), properties);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET allowed_paths = [%s]".formatted(text(file.toString())));
      statement.execute("SET allowed_directories = [%s]".formatted(text(folder.toString())));
      statement.execute("SET enable_external_access = false");
      statement.execute("SET lock_configuration = true");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Returns how many rows there are in what SQL selects from, such as a table. */
  static long count(Connection connection, String source) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + source)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Returns a text as SQL writes it. */
  static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  /** Returns a column's name as SQL writes it. */
  static String column(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /**
   * Returns what a failed query means to whoever reads a file: that the file is unreadable, or that
   * there is no room to read it in.
   *
   * @param rule what holds of a good file
   */
  static IOException explained(SQLException failure, String rule) {
    String message = String.valueOf(failure.getMessage());
    boolean noRoom =
        message.contains("Out of Memory Error") || message.contains("No space left on device");
    return noRoom
        ? new IOException("there is too little memory or disk to read the file", failure)
        : new UnreadableFileException(rule, failure);
  }
}
