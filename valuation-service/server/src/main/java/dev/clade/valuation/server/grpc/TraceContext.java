package dev.clade.valuation.server.grpc;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;

/** The trace that a call belongs to. */
final class TraceContext {
  private TraceContext() {}

  /** Returns the current span as a W3C {@code traceparent}; empty when there is none. */
  static String current() {
    SpanContext span = Span.current().getSpanContext();
    return span.isValid()
        ? "00-%s-%s-%s".formatted(span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex())
        : "";
  }
}
