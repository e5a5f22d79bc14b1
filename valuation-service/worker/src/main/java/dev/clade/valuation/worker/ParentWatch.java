package dev.clade.valuation.worker;

import dev.clade.valuation.worker.telemetry.EventLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Ends the process when its parent is gone, which closes the pipe to its standard input. */
final class ParentWatch {
  private static final EventLog LOG = EventLog.of(ParentWatch.class);

  private ParentWatch() {}

  static void start(InputStream input) {
    Thread.ofPlatform().daemon().name("parent-watch").start(() -> waitForEnd(input));
  }

  private static void waitForEnd(InputStream input) {
    try {
      input.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      LOG.warning("standard input broke", e);
    }
    LOG.info("standard input closed; ending");
    System.exit(0);
  }
}
