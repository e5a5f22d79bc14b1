package dev.clade.valuation.server.domain;

import java.util.Optional;

/**
 * How a run stands among others.
 *
 * @param queuePosition place among the runs that have evaluations waiting, from 1
 * @param workers that hold leases of the run
 * @param workersElsewhere that hold leases of other runs
 * @param launch what the launcher last said of it; nothing when no launcher cares for it
 */
public record Standing(
    int queuePosition, int workers, int workersElsewhere, Optional<Launch> launch) {
  /** Returns the same with what the launcher says. */
  public Standing with(Launch said) {
    return new Standing(queuePosition, workers, workersElsewhere, Optional.of(said));
  }

  /**
   * What a launcher said of a run's workers.
   *
   * @param reason why there are none; nothing when there are
   * @param message the reason in words
   * @param workers that run or start
   */
  public record Launch(Optional<PendingReason> reason, String message, int workers) {}
}
