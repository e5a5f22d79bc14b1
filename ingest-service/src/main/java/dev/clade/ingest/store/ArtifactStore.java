package dev.clade.ingest.store;

import dev.clade.ingest.artifact.Availability;
import dev.clade.ingest.artifact.Provenance;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads artifacts. Pages are bounded by bytes as well as by number, before their rows leave the
 * database, so no artifact however large makes a page that memory or a message cannot hold.
 */
@ApplicationScoped
public class ArtifactStore {
  private static final int SEQUENCE_COLUMN = ArtifactColumns.COUNT;
  private static final int UPDATE_TIME_COLUMN = SEQUENCE_COLUMN + 1;
  private static final int SOURCE_COLUMN = SEQUENCE_COLUMN + 2;
  private static final int SNAPSHOT_TIME_COLUMN = SEQUENCE_COLUMN + 3;
  private static final int IMPORT_COLUMN = SEQUENCE_COLUMN + 4;
  private static final int AVAILABLE_COLUMN = SEQUENCE_COLUMN + 5;

  /**
   * Goes from an old name, {@code $1}, to the artifact that it leads to: the last one on the way,
   * so that a renamed artifact whose present one is not there yet still answers for itself.
   */
  private static final String FOLLOW =
      """
      WITH RECURSIVE present (name, step) AS (
        SELECT CAST($1 AS text) COLLATE "C", 0
        UNION ALL
        SELECT alias.target, present.step + 1
        FROM present JOIN ingest.alias ON alias.alias = present.name
        WHERE present.step < 8 AND NOT EXISTS (
          SELECT 1 FROM ingest.artifact WHERE name = present.name AND availability <> %d)
      )
      SELECT %s FROM present JOIN ingest.artifact USING (name) ORDER BY step DESC LIMIT 1
      """;

  private final Pool database;

  @Inject
  ArtifactStore(Pool database) {
    this.database = database;
  }

  /** Returns the artifact of a resource name, in full. */
  public Uni<Optional<StoredArtifact>> find(String name) {
    return first(
        "SELECT %s FROM ingest.artifact WHERE name = $1".formatted(columns(Detail.FULL)),
        name,
        ArtifactStore::read);
  }

  /** Returns the artifact of a resource name, or of the one that an old name stands for now. */
  public Uni<Optional<StoredArtifact>> findPresent(String name) {
    return find(name)
        .flatMap(
            found ->
                found.filter(ArtifactStore::isNotRenamed).isPresent()
                    ? Uni.createFrom().item(found)
                    : first(follow(columns(Detail.FULL)), name, ArtifactStore::read));
  }

  /** Returns a resource name that the catalogue has, or the present one of an old name. */
  public Uni<Optional<String>> presentName(String name) {
    return first("SELECT name FROM ingest.artifact WHERE name = $1", name, row -> row.getString(0))
        .flatMap(
            found ->
                found.isPresent()
                    ? Uni.createFrom().item(found)
                    : first(follow("name"), name, row -> row.getString(0)));
  }

  /**
   * Returns artifacts by name.
   *
   * @param range names to look at
   * @param after name behind which to begin; empty for the beginning of the range
   * @param most most artifacts, from 0
   * @param mostBytes bytes of the database's rows at which the page ends; it has at least one
   *     artifact where there is one
   */
  public Uni<ArtifactPage> list(
      NameRange range, String after, int most, long mostBytes, Detail detail) {
    return page(
        "name",
        "name > $3 AND name >= $4 AND ($5 = '' OR name < $5)",
        detail,
        Tuple.of(most + 1, mostBytes, after, range.first(), range.end()),
        most);
  }

  /**
   * Returns the artifacts that changed in a range of the feed, in the feed's order.
   *
   * @param after last place before the range
   * @param through last place of the range
   * @param most most artifacts, from 1
   * @param mostBytes as for {@link #list}
   */
  public Uni<ArtifactPage> changes(
      long after,
      long through,
      ChangeSelection selection,
      int most,
      long mostBytes,
      Detail detail) {
    Tuple parameters = Tuple.of(most + 1, mostBytes, after, through);
    StringBuilder condition = new StringBuilder("sequence > $3 AND sequence <= $4");
    among("split_part(name, '/', 1)", selection.collections(), condition, parameters);
    if (!selection.authors().isEmpty()) {
      condition.append(" AND split_part(name, '/', 3) <> ''");
    }
    among("split_part(name, '/', 2)", selection.authors(), condition, parameters);
    among("task", selection.tasks(), condition, parameters);
    return page("sequence", condition.toString(), detail, parameters, most);
  }

  /** Returns the place of the feed that a number of changes lie up to; empty when fewer follow. */
  public Uni<Optional<Long>> placeBehind(long after, int changes) {
    return database
        .preparedQuery(
            """
            SELECT sequence FROM ingest.artifact WHERE sequence > $1
            ORDER BY sequence LIMIT 1 OFFSET $2
            """)
        .execute(Tuple.of(after, changes - 1))
        .map(
            rows ->
                rows.size() == 0
                    ? Optional.empty()
                    : Optional.of(rows.iterator().next().getLong(0)));
  }

  private static void among(
      String value, List<String> wanted, StringBuilder condition, Tuple parameters) {
    if (!wanted.isEmpty()) {
      parameters.addArrayOfString(wanted.toArray(String[]::new));
      condition.append(" AND %s = ANY ($%d)".formatted(value, parameters.size()));
    }
  }

  private <T> Uni<Optional<T>> first(String query, String name, Function<Row, T> reader) {
    return database
        .preparedQuery(query)
        .execute(Tuple.of(name))
        .map(
            rows ->
                rows.size() == 0
                    ? Optional.empty()
                    : Optional.of(reader.apply(rows.iterator().next())));
  }

  private static String follow(String columns) {
    return FOLLOW.formatted(Availability.RENAMED.code(), columns);
  }

  private static boolean isNotRenamed(StoredArtifact stored) {
    return stored.artifact().hub().availability() != Availability.RENAMED;
  }

  private Uni<ArtifactPage> page(
      String order, String condition, Detail detail, Tuple parameters, int most) {
    String columns = columns(detail);
    String query =
        """
        SELECT %1$s, available FROM (
          SELECT *, count(*) OVER () AS available,
                 sum(wire_bytes) OVER (ORDER BY %2$s) - wire_bytes AS bytes_before
          FROM (SELECT * FROM ingest.artifact WHERE %3$s ORDER BY %2$s LIMIT $1) candidates
        ) measured
        WHERE bytes_before < $2 ORDER BY %2$s
        """
            .formatted(columns, order, condition);
    return database.preparedQuery(query).execute(parameters).map(rows -> page(rows, most));
  }

  private static ArtifactPage page(RowSet<Row> rows, int most) {
    List<StoredArtifact> artifacts = new ArrayList<>(rows.size());
    long available = 0;
    for (Row row : rows) {
      available = row.getLong(AVAILABLE_COLUMN);
      if (artifacts.size() < most) {
        artifacts.add(read(row));
      }
    }
    return new ArtifactPage(artifacts, available > artifacts.size());
  }

  private static String columns(Detail detail) {
    return ArtifactColumns.select(detail)
        + ", sequence, update_time, source, snapshot_time, import_id";
  }

  private static StoredArtifact read(Row row) {
    ReactiveColumns columns = new ReactiveColumns(row);
    return new StoredArtifact(
        ArtifactColumns.artifact(columns),
        columns.number(SEQUENCE_COLUMN),
        columns.time(UPDATE_TIME_COLUMN),
        new Provenance(columns.text(SOURCE_COLUMN), columns.time(SNAPSHOT_TIME_COLUMN)),
        row.getUUID(IMPORT_COLUMN));
  }
}
