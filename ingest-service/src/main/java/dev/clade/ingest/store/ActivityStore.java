package dev.clade.ingest.store;

import dev.clade.ingest.artifact.Commit;
import dev.clade.ingest.artifact.Provenance;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Reads what the catalogue has of all artifacts, by their names. Of each reading's arguments, the
 * artifact is the name that all names looked for are behind, or of which a part was read, and the
 * end is the name before which they are.
 */
@ApplicationScoped
public class ActivityStore {
  private static final PageQuery<Commit> COMMITS =
      new PageQuery<>(
          "name, commit_id, commit_time, title, message, authors",
          """
          ingest.artifact_commit
          WHERE (name, commit_time, commit_id) > ($3, $4, $5) AND name < $6\
          """,
          "name, commit_time, commit_id",
          """
          octet_length(name) + octet_length(title) + octet_length(message) + octet_length(authors)\
          """,
          EnrichmentStore::commit);

  /**
   * Both tables are cut at the page's length, so that neither is sorted whole. What was counted
   * before the column of times was there cannot be dated.
   */
  private static final PageQuery<ArtifactCounts> COUNTS =
      new PageQuery<>(
          "name, source, snapshot_time, download_count, like_count",
          """
          ((SELECT name, source, snapshot_time, download_count, like_count
            FROM ingest.artifact_count
            WHERE (name, snapshot_time) > ($3, $4) AND name < $5
            ORDER BY name, snapshot_time LIMIT $1)
           UNION ALL
           (SELECT name, source, snapshot_time, download_count, like_count
            FROM ingest.artifact
            WHERE name >= $3 AND (name, snapshot_time) > ($3, $4) AND name < $5
              AND snapshot_time > '-infinity'
            ORDER BY name LIMIT $1)) counted\
          """,
          "name, snapshot_time",
          "octet_length(name)",
          row ->
              new ArtifactCounts(
                  row.text(0),
                  new StoredCounts(
                      new Provenance(row.text(1), row.time(2)), row.number(3), row.number(4))));

  private static final PageQuery<CardText> CARDS =
      new PageQuery<>(
          "name, text",
          "ingest.card WHERE name > $3 AND name < $4",
          "name",
          "octet_length(name) + octet_length(text)",
          row -> new CardText(row.text(0), row.text(1)));

  private final Pool database;

  @Inject
  ActivityStore(Pool database) {
    this.database = database;
  }

  /** Returns what is known of each artifact. */
  public Uni<Page<Repository>> repositories(String artifact, String end, int most, long mostBytes) {
    return RepositoryQuery.ALL.run(database, most, mostBytes, artifact, end);
  }

  /**
   * Returns the commits of each artifact from the oldest to the newest.
   *
   * @param after place among the artifact's commits behind which to begin
   */
  public Uni<Page<Commit>> commits(
      String artifact, RowPlace after, String end, int most, long mostBytes) {
    return COMMITS.run(
        database,
        most,
        mostBytes,
        artifact,
        after.time().atOffset(ZoneOffset.UTC),
        after.id(),
        end);
  }

  /**
   * Returns the counts of each artifact from the earliest to the present ones.
   *
   * @param after time of the artifact's counts behind which to begin
   */
  public Uni<Page<ArtifactCounts>> counts(
      String artifact, Instant after, String end, int most, long mostBytes) {
    return COUNTS.run(database, most, mostBytes, artifact, after.atOffset(ZoneOffset.UTC), end);
  }

  /** Returns the texts of cards. */
  public Uni<Page<CardText>> cards(String artifact, String end, int most, long mostBytes) {
    return CARDS.run(database, most, mostBytes, artifact, end);
  }
}
