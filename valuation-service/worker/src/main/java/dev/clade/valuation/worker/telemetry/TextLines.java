package dev.clade.valuation.worker.telemetry;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * Lines for people: time, level, event, and {@code key=value} for its fields. Values with spaces or
 * quotes are quoted.
 */
final class TextLines extends Formatter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

  @Override
  public String format(LogRecord told) {
    StringBuilder line = new StringBuilder();
    line.append(OffsetDateTime.ofInstant(told.getInstant(), ZoneId.systemDefault()).format(TIME))
        .append(' ')
        .append(told.getLevel().getName())
        .append(' ')
        .append(formatMessage(told));
    if (told instanceof Event event) {
      event.fields().forEach((key, value) -> append(line, key, String.valueOf(value)));
    }
    line.append(System.lineSeparator());
    return told.getThrown() == null ? line.toString() : line.append(stack(told)).toString();
  }

  /** Returns the stack of what a record tells of, its lines ended. */
  static String stack(LogRecord told) {
    StringWriter stack = new StringWriter();
    told.getThrown().printStackTrace(new PrintWriter(stack, true));
    return stack.toString();
  }

  private static void append(StringBuilder line, String key, String text) {
    boolean plain = text.chars().noneMatch(c -> c <= ' ' || c == '"' || c == '=');
    line.append(' ').append(key).append('=');
    line.append(plain ? text : '"' + text.replace("\"", "'").replaceAll("\\s", " ") + '"');
  }
}
