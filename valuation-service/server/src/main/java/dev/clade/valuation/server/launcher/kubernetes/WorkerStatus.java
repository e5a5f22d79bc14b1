package dev.clade.valuation.server.launcher.kubernetes;

import dev.clade.valuation.server.domain.PendingReason;

/**
 * How a worker stands.
 *
 * @param stage how far it has come
 * @param reason why its run is not evaluated by it, where it is not
 * @param message the reason in words
 */
record WorkerStatus(WorkerStage stage, PendingReason reason, String message) {

  static WorkerStatus blocked(PendingReason reason, String message) {
    return new WorkerStatus(WorkerStage.BLOCKED, reason, message);
  }

  static WorkerStatus starting(String message) {
    return new WorkerStatus(WorkerStage.STARTING, PendingReason.STARTING, message);
  }
}
