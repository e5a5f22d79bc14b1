package dev.clade.ingest.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Reads how far the feed is; one row, whatever the catalogue's size. */
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
            SELECT head, artifact_count, relation_count, quarantined_record_count
            FROM ingest.feed WHERE id = 1
            """)
        .execute()
        .map(
            rows -> {
              Row row = rows.iterator().next();
              return new FeedCounters(
                  row.getLong(0), row.getLong(1), row.getLong(2), row.getLong(3));
            });
  }
}
