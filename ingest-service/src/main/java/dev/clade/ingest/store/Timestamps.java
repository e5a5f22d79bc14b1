package dev.clade.ingest.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as PostgreSQL keeps them. */
public final class Timestamps {
  private Timestamps() {}

  /** Returns the current time, to the microsecond. */
  public static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }
}
