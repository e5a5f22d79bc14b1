package dev.clade.valuation.worker.lease;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.worker.telemetry.EventLog;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Renews the leases of a batch in the background each third of their duration, so that two renewals
 * may fail before they end. A lease is lost when the queue says so, and only then: while the queue
 * is away nobody else can get the evaluation, and it may still count when the queue is back.
 */
final class LeaseKeeper implements AutoCloseable {
  private static final EventLog LOG = EventLog.of(LeaseKeeper.class);
  private static final int RENEWALS_A_LEASE = 3;

  private final EvaluationQueue queue;
  private final Set<String> held = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService scheduler;

  /** Keeps leases, at least one. */
  LeaseKeeper(EvaluationQueue queue, List<Lease> leases) {
    this.queue = queue;
    leases.forEach(lease -> held.add(lease.id()));
    this.scheduler =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("lease-keeper").factory());
    long period = Math.max(1, leases.getFirst().duration().toMillis() / RENEWALS_A_LEASE);
    scheduler.scheduleWithFixedDelay(this::renew, period, period, TimeUnit.MILLISECONDS);
  }

  /** Returns whether to stop working on what a lease is for: it was lost, or given back. */
  boolean gone(Lease lease) {
    return !held.contains(lease.id());
  }

  /** Returns whether no lease is left to work on. */
  boolean allGone() {
    return held.isEmpty();
  }

  /** Renews a lease no more. */
  void done(Lease lease) {
    held.remove(lease.id());
  }

  /** Gives all leases back that are held; what cannot be given back ends by itself. */
  synchronized void giveBack() {
    List<String> leases = List.copyOf(held);
    held.clear();
    for (String lease : leases) {
      try {
        queue.release(lease);
      } catch (CladeException e) {
        LOG.info("lease not given back", "lease", lease, "reason", e.reason());
        if (e.reason() != Reason.LEASE_LOST) {
          return;
        }
      }
    }
  }

  /** Gives back what is held. */
  @Override
  public void close() {
    giveBack();
    scheduler.shutdownNow();
  }

  private void renew() {
    List<String> leases = List.copyOf(held);
    if (leases.isEmpty()) {
      return;
    }
    try {
      for (String lost : queue.renew(leases)) {
        if (held.remove(lost)) {
          LOG.info("lease lost", "lease", lost);
        }
      }
    } catch (CladeException e) {
      if (!scheduler.isShutdown()) {
        LOG.info("renewal failed", "leases", leases, "reason", e.reason());
      }
    }
  }
}
