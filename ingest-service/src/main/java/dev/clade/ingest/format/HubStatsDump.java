package dev.clade.ingest.format;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The hub-stats tables: Parquet, one file a kind, whose columns are the fields of the hub's answers
 * and have changed over the years.
 */
final class HubStatsDump implements Dump {
  private static final String RULE =
      "must be a whole Parquet file whose columns are the fields of the hub's answers";

  private final String source;
  private final String shape;
  private final long size;

  private HubStatsDump(String source, String shape, long size) {
    this.source = source;
    this.shape = shape;
    this.size = size;
  }

  /**
   * Looks into a file.
   *
   * @throws UnreadableFileException when it is no Parquet or has no column id
   */
  static HubStatsDump of(Connection connection, Path file) throws IOException {
    String source =
        "read_parquet(%s, binary_as_string = true)".formatted(DuckDb.text(file.toString()));
    try {
      TableColumns columns = TableColumns.of(connection, source, "row");
      if (!columns.has("id")) {
        throw new UnreadableFileException("must have a column id", null);
      }
      return new HubStatsDump(source, shape(columns), DuckDb.count(connection, source));
    } catch (SQLException e) {
      throw DuckDb.explained(e, RULE);
    }
  }

  @Override
  public Page page(long first) {
    return new Page(
        "SELECT %s FROM (SELECT * FROM %s OFFSET %d) AS row".formatted(shape, source, first), true);
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public String rule() {
    return RULE;
  }

  private static String shape(TableColumns columns) {
    return new JsonShape()
        .with("id", columns.plain("id"))
        .with("_id", columns.plain("_id"))
        .with("sha", columns.plain("sha"))
        .with("createdAt", columns.time("createdAt"))
        .with("lastModified", columns.time("lastModified"))
        .with("downloads", columns.count("downloads"))
        .with("likes", columns.count("likes"))
        .with("pipeline_tag", columns.plain("pipeline_tag"))
        .with("library_name", columns.plain("library_name"))
        .with("sdk", columns.plain("sdk"))
        .with("gated", columns.flagOrText("gated"))
        .with("private", columns.flag("private"))
        .with("disabled", columns.flag("disabled"))
        .with("tags", columns.texts("tags"))
        .with("models", columns.texts("models"))
        .with("datasets", columns.texts("datasets"))
        .with("safetensors", columns.json("safetensors"))
        .with("siblings", columns.files("siblings"))
        .with("cardData", columns.json("cardData"))
        .sql();
  }
}
