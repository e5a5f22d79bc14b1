package dev.clade.ingest.store;

import dev.clade.ingest.artifact.Commit;
import dev.clade.ingest.artifact.Discussion;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads what was fetched about single artifacts, apart from their listing. */
@ApplicationScoped
public class EnrichmentStore {
  /** The pass that fetches files, as table {@code enrichment} calls it. */
  public static final String FILES_PASS = "FILES";

  private static final PageQuery<Commit> COMMITS =
      new PageQuery<>(
          "name, commit_id, commit_time, title, message, authors",
          """
          ingest.artifact_commit
          WHERE name = $3 AND (commit_time, commit_id) < ($4, $5)\
          """,
          "commit_time DESC, commit_id DESC",
          "octet_length(title) + octet_length(message) + octet_length(authors)",
          EnrichmentStore::commit);

  private static final PageQuery<Discussion> DISCUSSIONS =
      new PageQuery<>(
          "name, number, title, status, CAST(pull_request AS integer), author, create_time",
          "ingest.discussion WHERE name = $3 AND number > $4",
          "number",
          "octet_length(title)",
          row ->
              new Discussion(
                  row.text(0),
                  row.number(1),
                  row.text(2),
                  row.text(3),
                  row.number(4) != 0,
                  row.text(5),
                  row.time(6)));

  private static final PageQuery<StoredFile> FILES =
      new PageQuery<>(
          "path, size_bytes",
          "ingest.artifact_file WHERE name = $3 AND path > $4",
          "path",
          "octet_length(path)",
          row -> new StoredFile(row.text(0), row.number(1)));

  private final Pool database;

  @Inject
  EnrichmentStore(Pool database) {
    this.database = database;
  }

  /** Returns an artifact's card; empty when none was fetched. */
  public Uni<Optional<StoredCard>> card(String name) {
    return database
        .preparedQuery("SELECT text, data, revision, fetch_time FROM ingest.card WHERE name = $1")
        .execute(Tuple.of(name))
        .map(
            rows ->
                rows.size() == 0 ? Optional.empty() : Optional.of(card(rows.iterator().next())));
  }

  /** Returns an artifact's commits, the latest first, behind a place. */
  public Uni<Page<Commit>> commits(String name, RowPlace after, int most, long mostBytes) {
    return COMMITS.run(
        database, most, mostBytes, name, after.time().atOffset(ZoneOffset.UTC), after.id());
  }

  /** Returns an artifact's discussions, behind a number. */
  public Uni<Page<Discussion>> discussions(String name, long after, int most, long mostBytes) {
    return DISCUSSIONS.run(database, most, mostBytes, name, after);
  }

  /** Returns an artifact's files by path, behind a path. */
  public Uni<Page<StoredFile>> files(String name, String after, int most, long mostBytes) {
    return FILES.run(database, most, mostBytes, name, after);
  }

  /** Returns the commit that an artifact's files were listed at; empty when unknown. */
  public Uni<String> filesRevision(String name) {
    return database
        .preparedQuery("SELECT revision FROM ingest.enrichment WHERE pass = $1 AND name = $2")
        .execute(Tuple.of(FILES_PASS, name))
        .map(rows -> rows.size() == 0 ? "" : rows.iterator().next().getString(0));
  }

  static Commit commit(Columns row) {
    return new Commit(
        row.text(0), row.text(1), row.time(2), row.text(3), row.text(4), Joined.split(row.text(5)));
  }

  private static StoredCard card(Row row) {
    ReactiveColumns columns = new ReactiveColumns(row);
    return new StoredCard(columns.text(0), columns.text(1), columns.text(2), columns.time(3));
  }
}
