package dev.clade.local.bench;

import dev.clade.hub.v1.ArtifactKind;
import dev.clade.local.hub.HubSimulator;
import dev.clade.local.hub.RealHub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Makes the same records in every form that the service imports. */
final class BenchSources {
  private static final String RECORDS =
      """
      SELECT id, created_at AS "createdAt", downloads::BIGINT AS downloads,
        likes::BIGINT AS likes, pipeline_tag, library_name,
        list_filter(string_split(tags, '|'), lambda tag: tag <> '') AS tags
      FROM read_csv('%s', delim = '\t', quote = '', escape = '', header = true,
        all_varchar = true, nullstr = 'no such text')
      """;

  private BenchSources() {}

  /**
   * Returns a table as it is, as JSON lines and as Parquet, and the hub of the recorded data where
   * that is at hand.
   *
   * @param rows records of the table
   * @param data folder of the recorded data
   * @param folder where to put what is made
   */
  static List<BenchSource> of(Path table, int rows, Path data, Path folder)
      throws IOException, SQLException {
    List<BenchSource> sources = new ArrayList<>();
    sources.add(new BenchFile("tsv", table, ArtifactKind.ARTIFACT_KIND_MODEL));
    Path json = folder.resolve("models.jsonl");
    Path parquet = folder.resolve("models.parquet");
    String records = RECORDS.formatted(table);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("COPY (%s) TO '%s' (FORMAT json)".formatted(records, json));
      statement.execute("COPY (%s) TO '%s' (FORMAT parquet)".formatted(records, parquet));
    }
    sources.add(new BenchFile("jsonl", json, ArtifactKind.ARTIFACT_KIND_MODEL));
    sources.add(new BenchFile("parquet", parquet, ArtifactKind.ARTIFACT_KIND_MODEL));
    if (Files.isDirectory(data)) {
      sources.add(new BenchHub(HubSimulator.start(RealHub.load(data, rows, 0, 0))));
    }
    return sources;
  }
}
