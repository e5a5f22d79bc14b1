package dev.clade.ingest.format;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * SQL that brings the columns of a table into the form in which the hub's list API has them,
 * whatever type a dump stores them in. What cannot be brought into it stays as it is, so that the
 * record's parser refuses it by name; a column that the table does not have is null.
 */
final class TableColumns {
  private static final String NULL = "NULL";
  private static final String FORMAT = "'%Y-%m-%dT%H:%M:%S.%fZ'";

  private final String table;
  private final Map<String, String> types;

  private TableColumns(String table, Map<String, String> types) {
    this.table = table;
    this.types = types;
  }

  /**
   * Looks a table's columns up.
   *
   * @param source what SQL selects from, such as a table function
   * @param table the name by which queries call it
   */
  static TableColumns of(Connection connection, String source, String table) throws SQLException {
    Map<String, String> types = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("DESCRIBE SELECT * FROM " + source)) {
      while (rows.next()) {
        types.put(rows.getString(1), rows.getString(2));
      }
    }
    return new TableColumns(table, types);
  }

  boolean has(String column) {
    return types.containsKey(column);
  }

  /**
   * Checks that the table has columns.
   *
   * @param name the table's name, for the caller
   */
  void require(String name, List<String> columns) throws UnreadableFileException {
    List<String> missing = columns.stream().filter(column -> !has(column)).toList();
    if (!missing.isEmpty()) {
      throw new UnreadableFileException(
          "must have the column%s %s in the table %s"
              .formatted(missing.size() == 1 ? "" : "s", String.join(", ", missing), name),
          null);
    }
  }

  /** Returns a column as it is. */
  String plain(String column) {
    return has(column) ? table + "." + DuckDb.column(column) : NULL;
  }

  /** Returns a time as a text; one without an offset is taken for UTC. */
  String time(String column) {
    String type = type(column);
    if (type.equals("VARCHAR")) {
      return """
      regexp_replace(%s, '^(\\d{4}-\\d\\d-\\d\\d)[ T](\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?)(\\+00:00)?$', \
      '\\1T\\2Z')"""
          .formatted(plain(column));
    }
    return type.startsWith("TIMESTAMP") || type.equals("DATE")
        ? "strftime(make_timestamp(epoch_us(%s)), %s)".formatted(plain(column), FORMAT)
        : plain(column);
  }

  /**
   * Returns a time as {@link #time} does, of a column that holds what a clock showed.
   *
   * @param behind column of the seconds by which the clock is behind UTC, less than a day
   */
  String clockTime(String column, String behind) {
    String type = type(column);
    if (!has(behind) || !(type.equals("VARCHAR") || type.equals("TIMESTAMP"))) {
      return time(column);
    }
    return """
    CASE WHEN abs(try_cast(%2$s AS BIGINT)) < 86400
      AND regexp_full_match(%1$s::VARCHAR, '\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?')
    THEN coalesce(
      strftime(try_cast(%1$s AS TIMESTAMP) + to_seconds(try_cast(%2$s AS BIGINT)), %3$s),
      %1$s::VARCHAR)
    ELSE %4$s END"""
        .formatted(plain(column), plain(behind), FORMAT, time(column));
  }

  /** Returns a whole number, also one that a table without a type for missing ones has as 5.0. */
  String count(String column) {
    String type = type(column);
    String value = plain(column);
    if (type.equals("VARCHAR")) {
      return """
      CASE WHEN regexp_full_match(%1$s, '-?\\d+(\\.0+)?')
      THEN coalesce(to_json(try_cast(split_part(%1$s, '.', 1) AS HUGEINT)), to_json(%1$s))
      ELSE to_json(%1$s) END"""
          .formatted(value);
    }
    return type.equals("DOUBLE") || type.equals("FLOAT") || type.startsWith("DECIMAL")
        ? """
        CASE WHEN isnan(%1$s::DOUBLE) THEN NULL
        WHEN %1$s::DOUBLE = trunc(%1$s::DOUBLE) AND abs(%1$s::DOUBLE) < 9e18
        THEN to_json(%1$s::BIGINT) ELSE to_json(%1$s) END"""
            .formatted(value)
        : value;
  }

  /** Returns yes or no, also of 1, 0 and texts that say so. */
  String flag(String column) {
    return type(column).equals("BOOLEAN") || !has(column)
        ? plain(column)
        : "try_cast(%s AS BOOLEAN)".formatted(plain(column));
  }

  /** Returns yes or no as {@link #flag} does, or another text as it is. */
  String flagOrText(String column) {
    return type(column).equals("VARCHAR")
        ? "coalesce(to_json(%s), to_json(nullif(%s, '')))".formatted(flag(column), plain(column))
        : flag(column);
  }

  /** Returns a list of texts, also of a text that is a JSON list. */
  String texts(String column) {
    return type(column).equals("VARCHAR")
        ? "coalesce(try_cast(%1$s AS JSON), to_json(%1$s))".formatted(plain(column))
        : plain(column);
  }

  /** Returns an object or a list, also of a text that is one in JSON; other texts are left out. */
  String json(String column) {
    String type = type(column);
    if (type.equals("VARCHAR")) {
      return "try_cast(%s AS JSON)".formatted(plain(column));
    }
    // The merge leaves out the fields that the type has and the row has not.
    return type.startsWith("STRUCT") && !type.endsWith("]")
        ? "json_merge_patch('{}', to_json(%s))".formatted(plain(column))
        : plain(column);
  }

  /** Returns files as the hub lists them, also of a list of their paths. */
  String files(String column) {
    return type(column).equals("VARCHAR[]")
        ? "list_transform(%s, lambda path: {'rfilename': path})".formatted(plain(column))
        : json(column);
  }

  private String type(String column) {
    return types.getOrDefault(column, NULL);
  }
}
