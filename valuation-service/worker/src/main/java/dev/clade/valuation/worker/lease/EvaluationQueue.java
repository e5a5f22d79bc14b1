package dev.clade.valuation.worker.lease;

import dev.clade.valuation.worker.image.ImageCollection;
import java.time.Duration;
import java.util.Optional;

/**
 * Where evaluations come from and results go to. Every method waits out short outages by itself.
 * Failures are {@link dev.clade.runtime.error.CladeException}s: {@code LEASE_LOST} as said below,
 * and {@code DEPENDENCY_UNAVAILABLE} or {@code DEADLINE_EXCEEDED} when an outage lasts.
 */
public interface EvaluationQueue {
  /**
   * Leases the next evaluation.
   *
   * @param maxWait how long to wait for one, at most 30 s
   * @return nothing when there was no work in that time
   */
  Optional<Lease> lease(Duration maxWait);

  /**
   * Extends a lease.
   *
   * @return how long it holds from now
   * @throws dev.clade.runtime.error.CladeException with {@code LEASE_LOST} when it has ended
   */
  Duration renew(String lease);

  /**
   * Reports what an evaluation gave.
   *
   * @return whether the report counted; false when another one of the same evaluation came first
   * @throws dev.clade.runtime.error.CladeException with {@code LEASE_LOST} when the lease has ended
   */
  boolean report(String lease, EvaluationReport report);

  /**
   * Reports that an evaluation gave nothing.
   *
   * @param reason one sentence for people
   * @throws dev.clade.runtime.error.CladeException with {@code LEASE_LOST} when the lease has ended
   */
  void reportFailure(String lease, String reason);

  /**
   * Returns an image set with its pixels.
   *
   * @throws dev.clade.runtime.error.CladeException with {@code IMAGE_SET_NOT_FOUND} when there is
   *     none
   * @throws IllegalArgumentException when it is malformed
   */
  ImageCollection imageSet(String name);
}
