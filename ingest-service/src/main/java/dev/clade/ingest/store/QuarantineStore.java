package dev.clade.ingest.store;

import dev.clade.ingest.artifact.ArtifactKind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads refused records. */
@ApplicationScoped
public class QuarantineStore {
  private final Pool database;

  @Inject
  QuarantineStore(Pool database) {
    this.database = database;
  }

  /**
   * Returns refused records of an import in the order of their lines.
   *
   * @param afterLine line behind which to begin; 0 for the first
   * @param rawBytes most bytes to return of each record's own
   */
  public Uni<List<QuarantinedRecord>> list(UUID importId, long afterLine, int most, int rawBytes) {
    return database
        .preparedQuery(
            """
            SELECT kind, line, reason, field, detail, substring(raw FROM 1 FOR $4), raw_size
            FROM ingest.quarantined_record
            WHERE import_id = $1 AND line > $2 ORDER BY line LIMIT $3
            """)
        .execute(Tuple.of(importId, afterLine, most, rawBytes))
        .map(
            rows -> {
              List<QuarantinedRecord> records = new ArrayList<>(rows.size());
              for (Row row : rows) {
                records.add(
                    new QuarantinedRecord(
                        Optional.ofNullable(row.getString(0)).map(ArtifactKind::valueOf),
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getBuffer(5).getBytes(),
                        row.getLong(6)));
              }
              return records;
            });
  }
}
