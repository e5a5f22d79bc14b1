package dev.clade.valuation.server.launcher;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** The place of one worker: started when it is empty, later each time after a failure. */
final class WorkerSlot {
  private static final Logger LOG = Logger.getLogger(WorkerSlot.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** A worker that lived so long does not fail because of how it is started. */
  private static final Duration LIVELY = Duration.ofMinutes(1);

  private static final int MANY = 3;

  private final String name;
  private final WorkerCommand command;
  private final Backoff backoff;
  private String trainer = "";
  private Process process;
  private long since;
  private boolean dismissed;
  private String failure = "";
  private boolean cannotStart;

  WorkerSlot(String name, WorkerCommand command, Duration firstPause) {
    this.name = name;
    this.command = command;
    this.backoff = new Backoff(firstPause);
  }

  /**
   * Starts a worker unless one runs, is about to end, or it is too early after a failure.
   *
   * @param wanted the custom trainer that it is to have; empty for the built-in one
   */
  void ensure(String wanted) {
    if (process == null && backoff.isOver()) {
      trainer = wanted;
      start();
    }
  }

  /** Asks the worker to end, by closing its input. */
  void dismiss() {
    if (process == null || dismissed) {
      return;
    }
    dismissed = true;
    since = System.nanoTime();
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      process.destroyForcibly();
    }
  }

  /** Has the worker end and waits for it. */
  void stop() {
    dismiss();
    if (process == null) {
      return;
    }
    try {
      if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** Tells whether a worker runs and was not asked to end. */
  boolean isWorking() {
    return process != null && process.isAlive() && !dismissed;
  }

  /** Tells whether such a worker has a trainer. */
  boolean isWorking(String wanted) {
    return isWorking() && trainer.equals(wanted);
  }

  /** Returns why workers will not run here, when that is known or has shown again and again. */
  Optional<String> trouble() {
    return cannotStart || backoff.failures() >= MANY ? Optional.of(failure) : Optional.empty();
  }

  private void start() {
    try {
      process = command.start(name, trainer);
      since = System.nanoTime();
      cannotStart = false;
      LOG.infof("worker %s started, process %d", name, process.pid());
    } catch (IOException e) {
      cannotStart = true;
      note("worker processes cannot be started: " + e.getMessage());
    }
  }

  /** Takes note of a worker that ended, and ends one that was asked to and did not in time. */
  void settle() {
    if (process == null) {
      return;
    }
    if (process.isAlive()) {
      if (dismissed && hasLasted(PATIENCE)) {
        process.destroyForcibly();
      }
      return;
    }
    if (!dismissed) {
      noteEnd(process.exitValue());
    }
    process = null;
    dismissed = false;
  }

  private void noteEnd(int status) {
    if (status == 0 || hasLasted(LIVELY)) {
      backoff.succeeded();
    }
    if (status != 0) {
      note("worker processes end with status %d".formatted(status));
    }
  }

  private void note(String what) {
    failure = what;
    backoff.failed();
    LOG.warnf("%s: %s", name, what);
  }

  private boolean hasLasted(Duration duration) {
    return System.nanoTime() - since >= duration.toNanos();
  }
}
