package dev.clade.valuation.worker.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Writes events as {@code text key=value key=value}, with {@code traceId} inside a trace, so that
 * people can read them and programs can take them apart. Values with spaces or quotes are quoted.
 */
public final class EventLog {
  private final Logger logger;

  private EventLog(Logger logger) {
    this.logger = logger;
  }

  /** Sets the form of lines for the process: time, level, event. */
  public static void configure() {
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL%1$tz %4$s %5$s%6$s%n");
  }

  /** Returns the log of a class. */
  public static EventLog of(Class<?> owner) {
    return new EventLog(Logger.getLogger(owner.getName()));
  }

  /**
   * Writes an event.
   *
   * @param event what happened
   * @param fields keys and values in turn
   */
  public void info(String event, Object... fields) {
    logger.log(Level.INFO, line(event, fields));
  }

  /** Writes something that went wrong, with its stack. */
  public void warning(String event, Throwable cause, Object... fields) {
    logger.log(Level.WARNING, line(event, fields), cause);
  }

  private static String line(String event, Object... fields) {
    StringBuilder line = new StringBuilder(event);
    for (int i = 0; i + 1 < fields.length; i += 2) {
      append(line, fields[i], fields[i + 1]);
    }
    SpanContext span = Span.current().getSpanContext();
    if (span.isValid()) {
      append(line, "traceId", span.getTraceId());
    }
    return line.toString();
  }

  private static void append(StringBuilder line, Object key, Object value) {
    String text = String.valueOf(value);
    boolean plain = text.chars().noneMatch(c -> c <= ' ' || c == '"' || c == '=');
    line.append(' ').append(key).append('=');
    line.append(plain ? text : '"' + text.replace("\"", "'").replaceAll("\\s", " ") + '"');
  }
}
