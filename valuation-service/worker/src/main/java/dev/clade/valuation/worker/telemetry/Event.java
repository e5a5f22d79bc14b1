package dev.clade.valuation.worker.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** Something that happened, with fields that programs can read. */
final class Event extends LogRecord {
  private final transient Map<String, Object> fields;

  /**
   * Creates an event that happens now.
   *
   * @param pairs keys and values in turn
   */
  Event(Level level, String logger, String text, Object... pairs) {
    super(level, text);
    setLoggerName(logger);
    Map<String, Object> all = new LinkedHashMap<>();
    for (int i = 0; i + 1 < pairs.length; i += 2) {
      all.put(String.valueOf(pairs[i]), pairs[i + 1]);
    }
    SpanContext span = Span.current().getSpanContext();
    if (span.isValid()) {
      all.put("traceId", span.getTraceId());
      all.put("spanId", span.getSpanId());
    }
    fields = Collections.unmodifiableMap(all);
  }

  /** Returns the fields, the trace's last. */
  Map<String, Object> fields() {
    return fields;
  }
}
