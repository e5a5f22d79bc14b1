package dev.clade.valuation.worker.lease;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.worker.telemetry.EventLog;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Renews a lease in the background each third of its duration, so that two renewals may fail before
 * it ends. A lease is lost when the queue says so, or when it could not be renewed in its time.
 */
final class LeaseKeeper implements AutoCloseable {
  private static final EventLog LOG = EventLog.of(LeaseKeeper.class);
  private static final int RENEWALS_A_LEASE = 3;

  private final EvaluationQueue queue;
  private final Lease lease;
  private final ScheduledExecutorService scheduler;
  private volatile long endNanos;
  private volatile boolean refused;
  private volatile boolean closed;

  LeaseKeeper(EvaluationQueue queue, Lease lease) {
    this.queue = queue;
    this.lease = lease;
    this.endNanos = System.nanoTime() + lease.duration().toNanos();
    this.scheduler =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("lease-keeper").factory());
    long period = Math.max(1, lease.duration().toMillis() / RENEWALS_A_LEASE);
    scheduler.scheduleWithFixedDelay(this::renew, period, period, TimeUnit.MILLISECONDS);
  }

  /** Returns whether to stop working on what the lease is for. */
  boolean lost() {
    return refused || System.nanoTime() - endNanos > 0;
  }

  @Override
  public void close() {
    closed = true;
    scheduler.shutdownNow();
  }

  private void renew() {
    if (lost()) {
      return;
    }
    try {
      long askedAt = System.nanoTime();
      Duration duration = queue.renew(lease.id());
      endNanos = askedAt + duration.toNanos();
    } catch (CladeException e) {
      if (closed) {
        return;
      }
      refused = e.reason() == Reason.LEASE_LOST;
      LOG.info("renewal failed", "lease", lease.id(), "reason", e.reason());
    }
  }
}
