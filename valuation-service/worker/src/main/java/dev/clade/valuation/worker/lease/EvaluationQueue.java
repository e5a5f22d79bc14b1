package dev.clade.valuation.worker.lease;

import dev.clade.valuation.worker.image.ImageCollection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where evaluations come from and results go to. Every method but {@link #release} waits out short
 * outages by itself. Failures are {@link dev.clade.runtime.error.CladeException}s: {@code
 * LEASE_LOST} as said below, and {@code DEPENDENCY_UNAVAILABLE}, {@code DATABASE_UNAVAILABLE} or
 * {@code DEADLINE_EXCEEDED} when an outage lasts.
 */
public interface EvaluationQueue {
  /**
   * Leases the next evaluations, all of one run.
   *
   * @param most how many to lease at most, 1 to 64
   * @param maxWait how long to wait for one, at most 30 s
   * @return in the order that they are to be done in; nothing when there was no work in that time
   */
  List<Lease> lease(int most, Duration maxWait);

  /**
   * Extends leases.
   *
   * @param leases those to extend, at most 65
   * @return those that have ended
   */
  Set<String> renew(List<String> leases);

  /**
   * Reports what an evaluation gave.
   *
   * @return whether the report counted; false when another one of the same evaluation came first
   * @throws dev.clade.runtime.error.CladeException with {@code LEASE_LOST} when nobody knows the
   *     lease any more
   */
  boolean report(String lease, EvaluationReport report);

  /**
   * Reports that an evaluation gave nothing.
   *
   * @param reason one sentence for people
   * @throws dev.clade.runtime.error.CladeException with {@code LEASE_LOST} when nobody knows the
   *     lease any more
   */
  void reportFailure(String lease, String reason);

  /** Gives an evaluation back that was not done. Does not wait for a service that is away. */
  void release(String lease);

  /**
   * Returns an image set with its pixels.
   *
   * @throws dev.clade.runtime.error.CladeException with {@code IMAGE_SET_NOT_FOUND} when there is
   *     none
   * @throws IllegalArgumentException when it is malformed
   */
  ImageCollection imageSet(String name);

  /** Returns the content of a checkpoint; nothing when nobody has kept any yet. */
  Optional<byte[]> checkpoint(String name);

  /**
   * Keeps the content of a checkpoint, unless some is kept already.
   *
   * @param content at most 256 MiB
   * @return whether this is what is kept
   */
  boolean keepCheckpoint(String name, byte[] content);
}
