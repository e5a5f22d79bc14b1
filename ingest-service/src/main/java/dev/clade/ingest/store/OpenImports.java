package dev.clade.ingest.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;

/** Counts the imports that are not over. */
@ApplicationScoped
public class OpenImports {
  private final Pool database;

  @Inject
  OpenImports(Pool database) {
    this.database = database;
  }

  /** Returns how many there are of each state; those of a state that is not told are none. */
  public Uni<Map<ImportState, Long>> count() {
    return database
        .query(
            """
            SELECT state, count(*) FROM ingest.import
            WHERE state IN ('PENDING', 'RUNNING', 'PAUSED') GROUP BY state
            """)
        .execute()
        .map(
            rows -> {
              Map<ImportState, Long> counts = new EnumMap<>(ImportState.class);
              for (Row row : rows) {
                counts.put(ImportState.valueOf(row.getString(0)), row.getLong(1));
              }
              return counts;
            });
  }
}
