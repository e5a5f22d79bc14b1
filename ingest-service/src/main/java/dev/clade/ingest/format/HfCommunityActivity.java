package dev.clade.ingest.format;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The commits or the discussions of HFCommunity's tables, by the place of their repository and then
 * their own.
 *
 * <p>A commit of version 1.1 names its repository, and has its author's clock with the seconds by
 * which that was behind UTC. Those of version 1.0 have the clock alone, which is taken for UTC, and
 * belong to the repositories whose present files they touched; one that touched none belongs to
 * nothing that the tables tell, and is refused for that. Commits beside the main branch are passed
 * over, as the hub's own list does.
 */
final class HfCommunityActivity implements Section {
  private static final String COMMITS = "commits";
  private static final String DISCUSSIONS = "discussion";
  private static final String FILES = "file";
  private static final String FILES_OF_COMMITS = "files_in_commit";

  /** The tables that are needed, whatever the version. */
  static final Set<String> TABLES = Set.of(COMMITS, DISCUSSIONS, FILES);

  private final String table;
  private final long size;

  private HfCommunityActivity(String table, long size) {
    this.table = table;
    this.size = size;
  }

  /**
   * Sorts what the tables have, beside the table of the repositories.
   *
   * @param tables SQL that reads each table that is there
   */
  static List<Section> of(Connection connection, TableArchive archive, Map<String, String> tables)
      throws IOException, SQLException {
    List<Section> sections = new ArrayList<>();
    if (tables.containsKey(COMMITS)) {
      sections.add(commits(connection, archive, tables));
    }
    if (tables.containsKey(DISCUSSIONS)) {
      sections.add(discussions(connection, tables.get(DISCUSSIONS)));
    }
    return sections;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public String records(long first, long end) {
    return "SELECT record FROM %s WHERE number >= %d AND number < %d ORDER BY number"
        .formatted(table, first, end);
  }

  private static Section commits(
      Connection connection, TableArchive archive, Map<String, String> tables)
      throws IOException, SQLException {
    String source = tables.get(COMMITS);
    TableColumns columns = TableColumns.of(connection, source, "part");
    boolean named = columns.has("repo_id");
    String date = named ? "author_date" : "timestamp";
    String author = named ? "author_name" : "author";
    columns.require(COMMITS, List.of("sha", date, "message", author));
    String shape =
        shape(CommunityRecordParser.COMMIT)
            .with("sha", columns.plain("sha"))
            .with("date", columns.clockTime(date, "author_tz"))
            .with("message", columns.plain("message"))
            .with("author", columns.plain(author))
            .sql();
    String parts = named ? placed(source) : withRepositories(connection, archive, tables);
    String main = "coalesce(%s, true)".formatted(columns.flag("in_main_branch"));
    return sorted(connection, COMMITS, parts, shape, main);
  }

  private static Section discussions(Connection connection, String source)
      throws IOException, SQLException {
    TableColumns columns = TableColumns.of(connection, source, "part");
    columns.require(
        DISCUSSIONS,
        List.of("num", "repo_id", "author", "title", "status", "created_at", "is_pull_request"));
    String shape =
        shape(CommunityRecordParser.DISCUSSION)
            .with("num", columns.count("num"))
            .with("title", columns.plain("title"))
            .with("status", columns.plain("status"))
            .with("isPullRequest", columns.flag("is_pull_request"))
            .with("author", columns.plain("author"))
            .with("date", columns.time("created_at"))
            .sql();
    return sorted(connection, DISCUSSIONS, placed(source), shape, "true");
  }

  private static JsonShape shape(String type) {
    return new JsonShape()
        .with(CommunityRecordParser.TYPE, DuckDb.text(type))
        .with(JsonFields.KIND, HfCommunityRepositories.kind("part.repo_id", "repository.type"))
        .with("repo", HfCommunityRepositories.name("part.repo_id"));
  }

  private static String placed(String source) {
    return "SELECT row_number() OVER () AS place, * FROM " + source;
  }

  /** Returns a select of version 1.0's commits, each once a repository. */
  private static String withRepositories(
      Connection connection, TableArchive archive, Map<String, String> tables)
      throws IOException, SQLException {
    String links = archive.unpack(Set.of(FILES_OF_COMMITS)).get(FILES_OF_COMMITS);
    String files = tables.get(FILES);
    if (links == null || files == null) {
      throw new UnreadableFileException(
          "must contain the tables %s and %s, which tell whose commits those of the table %s are"
              .formatted(FILES, FILES_OF_COMMITS, COMMITS),
          null);
    }
    TableColumns.of(connection, links, "link").require(FILES_OF_COMMITS, List.of("sha", "file_id"));
    TableColumns.of(connection, files, "file").require(FILES, List.of("id", "repo_id"));
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE commit_repository AS
          SELECT DISTINCT link.sha, file.repo_id
          FROM %s AS link JOIN %s AS file ON file.id = link.file_id
          """
              .formatted(links, files));
    }
    return """
    SELECT placed.*, linked.repo_id
    FROM (%s) AS placed LEFT JOIN commit_repository AS linked ON linked.sha = placed.sha"""
        .formatted(placed(tables.get(COMMITS)));
  }

  /** Two steps, for together they need more memory than there is. */
  private static Section sorted(
      Connection connection, String table, String parts, String shape, String kept)
      throws SQLException {
    String type = TableColumns.of(connection, "repository", "repository").plain("type");
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE unsorted AS
          SELECT repository.number AS repository, part.place, part.repo_id, %s AS record
          FROM (%s) AS part
          LEFT JOIN (SELECT number, id, %s AS type FROM repository) AS repository
            ON repository.id = part.repo_id
          WHERE %s
          """
              .formatted(shape, parts, type, kept));
      statement.execute(
          """
          CREATE TABLE %s AS
          SELECT row_number() OVER () - 1 AS number, record
          FROM (SELECT record FROM unsorted ORDER BY repository NULLS LAST, place, repo_id)
          """
              .formatted(table));
      statement.execute("DROP TABLE unsorted");
    }
    return new HfCommunityActivity(table, DuckDb.count(connection, table));
  }
}
