package dev.clade.valuation.server.domain;

/** Where a run stands. */
public enum RunState {
  /** Waiting for workers. */
  PENDING,
  /** Coalitions are being trained. */
  RUNNING,
  /** Ended with values. */
  SUCCEEDED,
  /** Ended without values. */
  FAILED,
  /** Ended by somebody. */
  CANCELLED,
  /** Ended because its budget is spent. */
  EXHAUSTED;

  /** Tells whether the run has ended; one that has not succeeded may be resumed. */
  public boolean isTerminal() {
    return this != PENDING && this != RUNNING;
  }
}
