package dev.clade.runtime.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;

/** The place in a trace as text, a W3C {@code traceparent}, by which work that waits keeps it. */
public final class TraceParent {
  private TraceParent() {}

  /** Returns the current span; empty when there is none. */
  public static String current() {
    SpanContext span = Span.current().getSpanContext();
    return span.isValid()
        ? "00-%s-%s-%s".formatted(span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex())
        : "";
  }

  /** Returns the context of a text; an empty one for a text that is empty or no place. */
  public static Context context(String traceparent) {
    return W3CTraceContextPropagator.getInstance()
        .extract(Context.root(), traceparent, Getter.INSTANCE);
  }

  /** Gives the text under its field's name. */
  private enum Getter implements TextMapGetter<String> {
    INSTANCE;

    private static final String FIELD = "traceparent";

    @Override
    public Iterable<String> keys(String carrier) {
      return List.of(FIELD);
    }

    @Override
    public String get(String carrier, String key) {
      return FIELD.equals(key) && carrier != null && !carrier.isEmpty() ? carrier : null;
    }
  }
}
