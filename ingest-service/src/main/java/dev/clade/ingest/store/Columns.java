package dev.clade.ingest.store;

import java.time.Instant;

/** A row being read by place, from 0, whichever driver it came with. */
interface Columns {

  /** Returns a text that is never null. */
  String text(int place);

  /** Returns a whole number that is never null. */
  long number(int place);

  /** Returns a time, or null. */
  Instant time(int place);
}
