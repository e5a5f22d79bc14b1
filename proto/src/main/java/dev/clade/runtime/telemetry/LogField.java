package dev.clade.runtime.telemetry;

/** What lines of the log carry beside their text, in the whole of a call and of what it began. */
public enum LogField {
  /** The trace. */
  TRACE_ID(
      "traceId", "the trace that the line belongs to, 32 hexadecimal digits; while traces are on"),
  /** The span. */
  SPAN_ID("spanId", "the span within the trace, 16 hexadecimal digits; while traces are on"),
  /** The request. */
  REQUEST_ID("requestId", "the `request_id` of a creating call, and of the work that it asked for");

  private final String key;
  private final String description;

  LogField(String key, String description) {
    this.key = key;
    this.description = description;
  }

  /** Returns the key, as {@code %X{key}} and the JSON of lines have it. */
  public String key() {
    return key;
  }

  /** Returns what it tells, for people. */
  public String description() {
    return description;
  }
}
