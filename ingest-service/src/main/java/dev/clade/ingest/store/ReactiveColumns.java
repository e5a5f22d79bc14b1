package dev.clade.ingest.store;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;

/** A row of the reactive driver. */
record ReactiveColumns(Row row) implements Columns {

  @Override
  public String text(int place) {
    return row.getString(place);
  }

  @Override
  public long number(int place) {
    return row.getLong(place);
  }

  @Override
  public Instant time(int place) {
    OffsetDateTime time = row.getOffsetDateTime(place);
    return time == null ? null : time.toInstant();
  }
}
