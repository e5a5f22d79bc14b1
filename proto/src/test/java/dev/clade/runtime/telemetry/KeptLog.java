package dev.clade.runtime.telemetry;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** Keeps what a logger is told, with the fields of its lines. */
final class KeptLog extends Handler implements AutoCloseable {
  /** A line: its text and its fields. */
  record Line(String text, Map<String, String> fields) {}

  private final Queue<Line> lines = new ConcurrentLinkedQueue<>();
  private final Logger logger;

  private KeptLog(Logger logger) {
    this.logger = logger;
  }

  static KeptLog of(Class<?> owner) {
    KeptLog kept = new KeptLog(Logger.getLogger(owner.getName()));
    kept.logger.addHandler(kept);
    return kept;
  }

  /** Returns the fields of the line with a text. */
  Map<String, String> fields(String text) {
    return lines.stream()
        .filter(line -> line.text().equals(text))
        .map(Line::fields)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no line \"%s\" in %s".formatted(text, lines)));
  }

  @Override
  public void publish(LogRecord told) {
    lines.add(new Line(told.getMessage(), ExtLogRecord.wrap(told).getMdcCopy()));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
