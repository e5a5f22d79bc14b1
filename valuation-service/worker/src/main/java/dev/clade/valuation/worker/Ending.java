package dev.clade.valuation.worker;

import dev.clade.valuation.worker.telemetry.EventLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import sun.misc.Signal;

/**
 * Ends the process in good order, with status 0, when a signal says so or its parent is gone: work
 * is given back first. What hangs does not keep the process, and neither does a second signal.
 */
final class Ending {
  private static final EventLog LOG = EventLog.of(Ending.class);
  private static final Duration LONGEST = Duration.ofSeconds(8);

  private final Runnable giveBack;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final AtomicInteger signals = new AtomicInteger();

  /** Prepares an end that gives work back. */
  Ending(Runnable giveBack) {
    this.giveBack = giveBack;
  }

  /** Heeds what asks a process to end: a service manager, a cluster, somebody at the keyboard. */
  void onSignals() {
    for (String name : List.of("TERM", "INT")) {
      Signal.handle(
          new Signal(name),
          signal -> {
            if (signals.incrementAndGet() > 1) {
              Runtime.getRuntime().halt(0);
            }
            end("signal " + signal.getName());
          });
    }
  }

  /** Heeds the end of the parent, which closes the pipe to the standard input. */
  void withParent(InputStream input) {
    Thread.ofPlatform().daemon().name("parent-watch").start(() -> waitForEnd(input));
  }

  private void waitForEnd(InputStream input) {
    try {
      input.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      LOG.warning("standard input broke", e);
    }
    end("standard input closed");
  }

  private void end(String reason) {
    if (begun.getAndSet(true)) {
      return;
    }
    Thread.ofPlatform().daemon().name("last-resort").start(Ending::haltInTime);
    LOG.info("told to end", "reason", reason);
    try {
      giveBack.run();
    } finally {
      System.exit(0);
    }
  }

  private static void haltInTime() {
    try {
      Thread.sleep(LONGEST);
    } catch (InterruptedException e) {
      LOG.warning("interrupted while ending", e);
    }
    Runtime.getRuntime().halt(0);
  }
}
