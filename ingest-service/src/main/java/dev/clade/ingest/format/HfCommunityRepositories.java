package dev.clade.ingest.format;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The repositories of HFCommunity's tables, in the order of their table.
 *
 * <p>What belongs to a repository is first sorted by the repository's place.
 */
final class HfCommunityRepositories implements Section {
  private static final String REPOSITORY = "repository";

  private static final List<Part> PARTS =
      List.of(
          new Part(
              List.of("model"),
              "model_id",
              List.of("pipeline_tag", "library_name", "downloads", "likes")),
          new Part(List.of("dataset"), "dataset_id", List.of("downloads")),
          new Part(List.of("space"), "space_id", List.of("sdk")),
          new Part(List.of("tags_in_repo"), "repo_id", List.of("tag_name")),
          new Part(List.of("repo_file", "file"), "repo_id", List.of("filename")),
          new Part(List.of("models_in_space", "models_in_spaces"), "space_id", List.of("model_id")),
          new Part(
              List.of("datasets_in_space", "datasets_in_spaces"),
              "space_id",
              List.of("dataset_id")));

  /** The tables that are needed, by every name that they have had. */
  static final Set<String> TABLES =
      Stream.concat(Stream.of(REPOSITORY), PARTS.stream().flatMap(part -> part.names.stream()))
          .collect(Collectors.toUnmodifiableSet());

  private final String shape;
  private final long size;

  private HfCommunityRepositories(String shape, long size) {
    this.shape = shape;
    this.size = size;
  }

  /**
   * Brings repositories and what belongs to them into tables; that of the repositories has their
   * number.
   *
   * @param tables SQL that reads each table that is there
   */
  static HfCommunityRepositories of(Connection connection, Map<String, String> tables)
      throws SQLException, UnreadableFileException {
    if (!tables.containsKey(REPOSITORY)) {
      throw new UnreadableFileException("must contain the table repository", null);
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE repository AS SELECT row_number() OVER () - 1 AS number, * FROM "
              + tables.get(REPOSITORY));
      TableColumns.of(connection, REPOSITORY, REPOSITORY).require(REPOSITORY, List.of("id"));
      for (Part part : PARTS) {
        create(connection, statement, part, tables);
      }
    }
    return new HfCommunityRepositories(shape(connection), DuckDb.count(connection, REPOSITORY));
  }

  /**
   * Returns SQL of the kind of a repository.
   *
   * @param type the kind where the identifier does not tell it
   */
  static String kind(String id, String type) {
    return """
    CASE split_part(%s, '/', 1) WHEN 'models' THEN 'model' \
    WHEN 'datasets' THEN 'dataset' WHEN 'spaces' THEN 'space' ELSE %s END"""
        .formatted(id, type);
  }

  /** Returns SQL of the hub's name of a repository. */
  static String name(String id) {
    return "regexp_replace(%s, '^(models|datasets|spaces)/', '')".formatted(id);
  }

  @Override
  public String records(long first, long end) {
    String page = "number >= %d AND number < %d".formatted(first, end);
    return """
    SELECT %2$s
    FROM (SELECT * FROM repository WHERE %1$s) AS repository
    LEFT JOIN (
      SELECT number, first(pipeline_tag) AS pipeline_tag, first(library_name) AS library_name,
        first(downloads) AS downloads, first(likes) AS likes
      FROM model WHERE %1$s GROUP BY number) AS model USING (number)
    LEFT JOIN (
      SELECT number, first(downloads) AS downloads
      FROM dataset WHERE %1$s GROUP BY number) AS dataset USING (number)
    LEFT JOIN (
      SELECT number, first(sdk) AS sdk
      FROM space WHERE %1$s GROUP BY number) AS space USING (number)
    LEFT JOIN (
      SELECT number, list(tag_name) FILTER (tag_name IS NOT NULL) AS tags
      FROM tags_in_repo WHERE %1$s GROUP BY number) AS tag USING (number)
    LEFT JOIN (
      SELECT number, list({'rfilename': filename}) AS files
      FROM repo_file WHERE %1$s GROUP BY number) AS file USING (number)
    LEFT JOIN (
      SELECT number, list(regexp_replace(model_id, '^models/', '')) AS ids
      FROM models_in_space WHERE %1$s GROUP BY number) AS used_model USING (number)
    LEFT JOIN (
      SELECT number, list(regexp_replace(dataset_id, '^datasets/', '')) AS ids
      FROM datasets_in_space WHERE %1$s GROUP BY number) AS used_dataset USING (number)
    ORDER BY number
    """
        .formatted(page, shape);
  }

  @Override
  public long size() {
    return size;
  }

  private static void create(
      Connection connection, Statement statement, Part part, Map<String, String> tables)
      throws SQLException, UnreadableFileException {
    String source =
        part.names.stream().map(tables::get).filter(sql -> sql != null).findFirst().orElse(null);
    String columns = String.join(", ", part.columns);
    if (source == null) {
      statement.execute(
          "CREATE TABLE %s (number BIGINT, %s)"
              .formatted(
                  part.names.getFirst(),
                  part.columns.stream()
                      .map(column -> column + " VARCHAR")
                      .collect(Collectors.joining(", "))));
      return;
    }
    TableColumns found = TableColumns.of(connection, source, "part");
    found.require(
        part.names.getFirst(), Stream.concat(Stream.of(part.key), part.columns.stream()).toList());
    // Two steps, for together they need more memory than there is.
    statement.execute(
        """
        CREATE TABLE unsorted AS
        SELECT number, place, %s
        FROM (SELECT row_number() OVER () AS place, * FROM %s) AS part
        JOIN (SELECT number, id FROM repository) AS repository ON repository.id = part.%s
        """
            .formatted(columns, source, part.key));
    statement.execute(
        "CREATE TABLE %s AS SELECT number, %s FROM unsorted ORDER BY number, place"
            .formatted(part.names.getFirst(), columns));
    statement.execute("DROP TABLE unsorted");
  }

  private static String shape(Connection connection) throws SQLException {
    TableColumns repository = TableColumns.of(connection, REPOSITORY, REPOSITORY);
    TableColumns model = TableColumns.of(connection, "model", "model");
    TableColumns dataset = TableColumns.of(connection, "dataset", "dataset");
    return new JsonShape()
        .with(JsonFields.KIND, kind("repository.id", repository.plain("type")))
        .with("id", name("repository.id"))
        .with("sha", repository.plain("sha"))
        .with("lastModified", repository.time("last_modified"))
        .with(
            "downloads",
            "coalesce(to_json(%s), to_json(%s))"
                .formatted(model.count("downloads"), dataset.count("downloads")))
        .with(
            "likes",
            "coalesce(to_json(%s), to_json(%s))"
                .formatted(repository.count("likes"), model.count("likes")))
        .with("pipeline_tag", "model.pipeline_tag")
        .with("library_name", "coalesce(model.library_name, space.sdk)")
        .with("gated", repository.flagOrText("gated"))
        .with("private", repository.flag("private"))
        .with("disabled", repository.flag("disabled"))
        .with("tags", "coalesce(tag.tags, [])")
        .with("models", "used_model.ids")
        .with("datasets", "used_dataset.ids")
        .with("siblings", "file.files")
        .with("cardData", repository.json("card_data"))
        .sql();
  }

  /**
   * A table of what belongs to repositories.
   *
   * @param names the names that it has had, its own first
   * @param key the column that names the repository
   */
  private record Part(List<String> names, String key, List<String> columns) {}
}
