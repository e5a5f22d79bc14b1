package dev.clade.valuation.worker.telemetry;

import com.google.gson.JsonObject;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** Lines for programs: an object each, with the names that the services' logs have. */
final class JsonLines extends Formatter {
  @Override
  public String format(LogRecord told) {
    JsonObject line = new JsonObject();
    line.addProperty("timestamp", told.getInstant().toString());
    line.addProperty("level", told.getLevel().getName());
    line.addProperty("loggerName", told.getLoggerName());
    line.addProperty("message", formatMessage(told));
    if (told instanceof Event event) {
      JsonObject fields = new JsonObject();
      event.fields().forEach((key, value) -> add(fields, key, value));
      line.add("mdc", fields);
    }
    if (told.getThrown() != null) {
      line.addProperty("stackTrace", TextLines.stack(told));
    }
    return line + System.lineSeparator();
  }

  private static void add(JsonObject fields, String key, Object value) {
    switch (value) {
      case Number number -> fields.addProperty(key, number);
      case Boolean flag -> fields.addProperty(key, flag);
      case null, default -> fields.addProperty(key, String.valueOf(value));
    }
  }
}
