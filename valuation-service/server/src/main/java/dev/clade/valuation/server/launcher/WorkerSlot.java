package dev.clade.valuation.server.launcher;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** The place of one worker: started when it is empty, later each time after a failure. */
final class WorkerSlot {
  private static final Logger LOG = Logger.getLogger(WorkerSlot.class);
  private static final int MOST_DOUBLINGS = 5;

  private final String name;
  private final WorkerCommand command;
  private final Duration backoff;
  private Process process;
  private int failures;
  private long notBefore = System.nanoTime();

  WorkerSlot(String name, WorkerCommand command, Duration backoff) {
    this.name = name;
    this.command = command;
    this.backoff = backoff;
  }

  /** Starts a worker unless one runs or it is too early after a failure. */
  void ensure() {
    if (process != null && process.isAlive()) {
      return;
    }
    if (process != null) {
      noteEnd(process.exitValue());
      process = null;
    }
    if (System.nanoTime() - notBefore >= 0) {
      start();
    }
  }

  /** Asks the worker to end, by closing its input, and ends it when it does not in time. */
  void stop(Duration patience) {
    if (process == null) {
      return;
    }
    try {
      process.getOutputStream().close();
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void start() {
    try {
      process = command.start(name);
      LOG.infof("worker %s started, process %d", name, process.pid());
    } catch (IOException e) {
      postpone();
      LOG.warnf("worker %s cannot be started: %s", name, e.getMessage());
    }
  }

  private void noteEnd(int status) {
    if (status == 0) {
      failures = 0;
      return;
    }
    postpone();
    LOG.warnf("worker %s ended with status %d", name, status);
  }

  private void postpone() {
    notBefore = System.nanoTime() + (backoff.toNanos() << Math.min(failures, MOST_DOUBLINGS));
    failures++;
  }
}
