package dev.clade.runtime.testing;

import io.vertx.core.json.JsonObject;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Reads the audit log while it is open. */
public final class AuditLines extends Handler implements AutoCloseable {
  private final Logger log = Logger.getLogger("clade.audit");
  private final BlockingQueue<JsonObject> lines = new LinkedBlockingQueue<>();

  /** Reads what is written from now on. */
  public AuditLines() {
    log.addHandler(this);
  }

  /** Returns the next line, which must come within 30 seconds. */
  public JsonObject next() throws InterruptedException {
    JsonObject line = lines.poll(30, TimeUnit.SECONDS);
    if (line == null) {
      throw new AssertionError("no line was written");
    }
    return line;
  }

  /** Returns whether no line waits to be read. */
  public boolean isEmpty() {
    return lines.isEmpty();
  }

  @Override
  public void publish(LogRecord line) {
    lines.add(new JsonObject(line.getMessage()));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    log.removeHandler(this);
  }
}
