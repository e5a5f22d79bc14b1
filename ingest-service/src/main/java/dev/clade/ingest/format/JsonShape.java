package dev.clade.ingest.format;

import java.util.StringJoiner;

/** SQL that makes one JSON object of a row. */
final class JsonShape {
  private final StringJoiner fields = new StringJoiner(", ", "json_object(", ")");

  /**
   * Adds a field; one that is always null is left out.
   *
   * @param sql its value
   */
  JsonShape with(String field, String sql) {
    if (!sql.equals("NULL")) {
      fields.add(DuckDb.text(field) + ", " + sql);
    }
    return this;
  }

  String sql() {
    return fields.toString();
  }
}
