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
  FAILED;

  /** Tells whether the state is final. */
  public boolean isTerminal() {
    return this == SUCCEEDED || this == FAILED;
  }
}
