package dev.clade.valuation.server.domain;

/** Why nothing of a run is being evaluated. What waiting cannot cure comes first. */
public enum PendingReason {
  /** Workers cannot start as they are configured. */
  MISCONFIGURED,
  /** Nobody starts workers, or none has the run's custom trainer. */
  NO_WORKERS,
  /** No node could ever hold a worker. */
  EXCEEDS_CAPACITY,
  /** A quota does not admit even one worker. */
  EXCEEDS_QUOTA,
  /** A quota is used up by others. */
  WAITING_FOR_QUOTA,
  /** Somebody suspended the run's workers. */
  SUSPENDED,
  /** Nodes are full. */
  WAITING_FOR_CAPACITY,
  /** Workers are starting. */
  STARTING,
  /** Other runs come first. */
  WAITING_FOR_TURN
}
