package dev.clade.valuation.server.launcher.kubernetes;

/** How far a worker's Job has come, least first. */
enum WorkerStage {
  /** On its way out; its name is taken until it is gone. */
  REMOVED,
  /** Has no future, and is to be replaced at once. */
  LOST,
  /** Failed for good; is replaced after a pause that doubles. */
  FAILED,
  /** Ended well, or lived its time; is replaced after a pause. */
  ENDED,
  /** Something keeps it from starting. */
  BLOCKED,
  /** Starts. */
  STARTING,
  /** Runs. */
  RUNNING
}
