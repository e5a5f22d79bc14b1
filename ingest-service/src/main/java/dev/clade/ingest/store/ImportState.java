package dev.clade.ingest.store;

/** Where an import stands. The names are stored and never change their meaning. */
public enum ImportState {
  /** Waiting to be read. */
  PENDING,
  /** Being read. */
  RUNNING,
  /** Read to its end. */
  SUCCEEDED,
  /** Ended by what reading on could not get past. */
  FAILED;

  /** Returns whether the import is over. */
  public boolean isFinal() {
    return this == SUCCEEDED || this == FAILED;
  }
}
