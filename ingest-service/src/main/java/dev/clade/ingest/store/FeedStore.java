package dev.clade.ingest.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Reads how far the feed is, and who made its latest change; a few rows by their keys, whatever the
 * catalogue's size.
 */
@ApplicationScoped
public class FeedStore {
  private final Pool database;

  @Inject
  FeedStore(Pool database) {
    this.database = database;
  }

  /** Returns the feed's head and the catalogue's counts, as of the same moment. */
  public Uni<FeedCounters> counters() {
    return database
        .preparedQuery(
            """
            SELECT f.head, f.artifact_count, f.relation_count, f.quarantined_record_count,
                   a.update_time, i.traceparent
            FROM ingest.feed f
            LEFT JOIN ingest.artifact a ON a.sequence = f.head
            LEFT JOIN ingest.import i ON i.id = a.import_id
            WHERE f.id = 1
            """)
        .execute()
        .map(
            rows -> {
              Row row = rows.iterator().next();
              return new FeedCounters(
                  row.getLong(0),
                  row.getLong(1),
                  row.getLong(2),
                  row.getLong(3),
                  Optional.ofNullable(row.getOffsetDateTime(4)).map(OffsetDateTime::toInstant),
                  Optional.ofNullable(row.getString(5)).orElse(""));
            });
  }
}
