package dev.clade.ingest.store;

/** Where an import stands. The names are stored and never change their meaning. */
public enum ImportState {
  /** Waiting to be read. */
  PENDING,
  /** Being read. */
  RUNNING,
  /** Stopped at its checkpoint until somebody resumes it. */
  PAUSED,
  /** Read to its end. */
  SUCCEEDED,
  /** Ended by an error that reading on could not get past. */
  FAILED,
  /** Ended by somebody's wish; what was committed stays. */
  CANCELLED;

  /** Returns whether nothing will change any more. */
  public boolean isFinal() {
    return this == SUCCEEDED || this == FAILED || this == CANCELLED;
  }

  /** Returns whether it is to be read. */
  public boolean isActive() {
    return this == PENDING || this == RUNNING;
  }
}
