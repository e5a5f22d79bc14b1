package dev.clade.ingest.store;

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

  private final Pool database;

  @Inject
  ArtifactStore(Pool database) {
    this.database = database;
  }

  /** Returns the artifact of a resource name, in full. */
  public Uni<Optional<StoredArtifact>> find(String name) {
    return database
        .preparedQuery(
            "SELECT %s FROM ingest.artifact WHERE name = $1".formatted(columns(Detail.FULL)))
        .execute(Tuple.of(name))
        .map(
            rows ->
                rows.size() == 0 ? Optional.empty() : Optional.of(read(rows.iterator().next())));
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
   * Returns the artifacts that changed after a place of the feed, in the feed's order.
   *
   * @param most most artifacts, from 1
   * @param mostBytes as for {@link #list}
   */
  public Uni<ArtifactPage> changes(long after, int most, long mostBytes, Detail detail) {
    return page("sequence", "sequence > $3", detail, Tuple.of(most + 1, mostBytes, after), most);
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
