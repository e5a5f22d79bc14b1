package dev.clade.valuation.worker.telemetry;

import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes events with their fields, and the trace that they belong to. */
public final class EventLog {
  private static final String JSON_VARIABLE = "CLADE_LOG_JSON";

  private final Logger logger;

  private EventLog(Logger logger) {
    this.logger = logger;
  }

  /**
   * Sets the form of lines for the process: text, or an object a line where the environment says
   * {@code CLADE_LOG_JSON=true}.
   */
  public static void configure(Map<String, String> environment) {
    Formatter form =
        Boolean.parseBoolean(environment.get(JSON_VARIABLE)) ? new JsonLines() : new TextLines();
    for (Handler handler : Logger.getLogger("").getHandlers()) {
      handler.setFormatter(form);
    }
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
    logger.log(new Event(Level.INFO, logger.getName(), event, fields));
  }

  /** Writes something that went wrong, with its stack. */
  public void warning(String event, Throwable cause, Object... fields) {
    Event written = new Event(Level.WARNING, logger.getName(), event, fields);
    written.setThrown(cause);
    logger.log(written);
  }
}
