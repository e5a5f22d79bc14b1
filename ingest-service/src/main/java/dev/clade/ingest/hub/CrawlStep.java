package dev.clade.ingest.hub;

import java.io.IOException;

/** One step of a crawl, read piece by piece. */
interface CrawlStep {

  /** Returns the stored name, which never changes. */
  String name();

  /** Returns what it does, for people. */
  String phase();

  /**
   * Whether the step begins with a look at the catalogue, so that everything before it must be
   * committed.
   */
  default boolean looksBack() {
    return false;
  }

  /** Prepares the step when it is at its beginning. May be repeated. */
  default void prepare(CrawlCheckpoint from) throws IOException, InterruptedException {}

  /** Returns about how many records the whole step brings; 0 when nobody knows. */
  default long expectedRecords() {
    return 0;
  }

  /**
   * Reads the next piece.
   *
   * @throws IOException when the hub does not answer as a hub does
   */
  StepResult next(CrawlCheckpoint from) throws IOException, InterruptedException;
}
