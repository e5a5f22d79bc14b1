package dev.clade.lineage.server.work;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.grpc.FailureTranslator;
import io.smallrye.mutiny.TimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Does the pieces of a queue, one after the other on a thread of its own. When the lease on one is
 * lost the thread is interrupted, and what it did is not kept.
 *
 * @param <J> a piece of work
 */
public final class LeasedWorker<J> implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(LeasedWorker.class);
  private static final int RENEWALS_PER_LEASE = 3;

  private final UUID holder = UUID.randomUUID();
  private final WorkQueue<J> queue;
  private final Duration lease;
  private final ScheduledExecutorService thread;
  private final ScheduledExecutorService renewals;
  private boolean away;

  /**
   * Begins to look for work.
   *
   * @param lease how long a server may be silent before its work is taken over
   * @param pause between two looks
   */
  public LeasedWorker(WorkQueue<J> queue, Duration lease, Duration pause) {
    this.queue = queue;
    this.lease = lease;
    this.thread = thread("lineage-" + queue.name());
    this.renewals = thread("lineage-%s-lease".formatted(queue.name()));
    var _ =
        thread.scheduleWithFixedDelay(
            this::work, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Looks for work as soon as the thread is free. */
  public void wake() {
    try {
      thread.execute(this::work);
    } catch (RejectedExecutionException closed) {
      LOG.debugf("%s: the server ends; another takes over.", queue.name());
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    renewals.shutdownNow();
  }

  /** A failure here must not end the schedule. */
  private void work() {
    try {
      Optional<J> job = take();
      while (job.isPresent()) {
        run(job.get());
        job = take();
      }
      away = false;
    } catch (RuntimeException e) {
      if (!away) {
        LOG.warnf("%s: no work can be looked for now: %s", queue.name(), e);
      }
      away = true;
    }
  }

  private Optional<J> take() {
    return Waiting.on(() -> queue.take(holder, lease));
  }

  private void run(J job) {
    long pause = lease.toMillis() / RENEWALS_PER_LEASE;
    Run run = new Run(Thread.currentThread());
    Future<?> renewal =
        renewals.scheduleWithFixedDelay(() -> renew(job, run), pause, pause, TimeUnit.MILLISECONDS);
    try {
      queue.run(job, holder);
    } catch (RuntimeException | Error e) {
      failed(job, e);
    } finally {
      renewal.cancel(false);
      run.end();
    }
  }

  /** One piece being done; only while it is may its thread be interrupted. */
  private static final class Run {
    private final Thread thread;
    private boolean over;

    Run(Thread thread) {
      this.thread = thread;
    }

    synchronized void interrupt() {
      if (!over) {
        thread.interrupt();
      }
    }

    synchronized void end() {
      over = true;
      // What interrupted this piece is not for the next.
      Thread.interrupted();
    }
  }

  /** When the database is away or this server ends, the lease ends and somebody begins again. */
  private void failed(J job, Throwable failure) {
    CladeException why = FailureTranslator.translate(failure);
    if (why.reason() == Reason.INTERNAL) {
      LOG.errorf(failure, "%s %s was not done.", queue.name(), queue.id(job));
    } else {
      LOG.warnf("%s %s was not done: %s", queue.name(), queue.id(job), why.getMessage());
    }
    boolean another =
        thread.isShutdown()
            || why.reason() == Reason.DATABASE_UNAVAILABLE
            || failure instanceof TimeoutException;
    if (!another) {
      queue
          .fail(job, holder, why)
          .subscribe()
          .with(_ -> {}, e -> LOG.warnf("%s: a failure is not told: %s", queue.name(), e));
    }
  }

  private void renew(J job, Run run) {
    queue
        .renew(job, holder, lease)
        .subscribe()
        .with(
            kept -> {
              if (!kept) {
                LOG.warnf("%s %s: the lease is lost.", queue.name(), queue.id(job));
                run.interrupt();
              }
            },
            failure -> LOG.warnf("%s: a lease is not renewed: %s", queue.name(), failure));
  }

  private static ScheduledExecutorService thread(String name) {
    return Executors.newSingleThreadScheduledExecutor(
        Thread.ofPlatform().daemon().name(name).factory());
  }
}
