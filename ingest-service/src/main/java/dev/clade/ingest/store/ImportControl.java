package dev.clade.ingest.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Pauses, resumes and cancels imports. Whoever reads one sees it with its next commit. */
@ApplicationScoped
public class ImportControl {
  private final Pool database;

  @Inject
  ImportControl(Pool database) {
    this.database = database;
  }

  /** Pauses an import that is not over; returns whether it is paused now. */
  public Uni<Boolean> pause(UUID id) {
    return change(id, "'PAUSED'", "'PENDING', 'RUNNING', 'PAUSED'");
  }

  /** Lets a paused import go on; returns whether it goes on now. */
  public Uni<Boolean> resume(UUID id) {
    return change(
        id,
        "CASE WHEN state = 'PAUSED' THEN 'PENDING' ELSE state END",
        "'PENDING', 'RUNNING', 'PAUSED'");
  }

  /** Ends an import for good, unless it is over; returns whether it is cancelled now. */
  public Uni<Boolean> cancel(UUID id) {
    return change(id, "'CANCELLED'", "'PENDING', 'RUNNING', 'PAUSED', 'CANCELLED'");
  }

  private Uni<Boolean> change(UUID id, String state, String from) {
    return database
        .preparedQuery(
            """
            UPDATE ingest.import SET state = %s, update_time = now()
            WHERE id = $1 AND state IN (%s)
            """
                .formatted(state, from))
        .execute(Tuple.of(id))
        .map(rows -> rows.rowCount() == 1);
  }
}
