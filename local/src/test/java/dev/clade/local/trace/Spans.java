package dev.clade.local.trace;

import java.util.List;
import java.util.Map;

/** Spans for tests: of one trace, at milliseconds from its start. */
final class Spans {
  static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final long START = 1_764_000_000_000_000_000L;

  private Spans() {}

  static TraceSpan of(
      String id, String parent, String service, String name, long fromMillis, long toMillis) {
    return new TraceSpan(
        TRACE,
        id,
        parent,
        service,
        name,
        "SERVER",
        START + fromMillis * 1_000_000,
        START + toMillis * 1_000_000,
        false,
        Map.of(),
        List.of());
  }

  static TraceSpan failed(TraceSpan span, String error) {
    return new TraceSpan(
        span.traceId(),
        span.spanId(),
        span.parentId(),
        span.service(),
        span.name(),
        span.kind(),
        span.startNanos(),
        span.endNanos(),
        true,
        Map.of("error.type", error),
        span.links());
  }

  static TraceSpan linked(TraceSpan span, String trace, TraceSpan.Link link) {
    return new TraceSpan(
        trace,
        span.spanId(),
        span.parentId(),
        span.service(),
        span.name(),
        span.kind(),
        span.startNanos(),
        span.endNanos(),
        span.failed(),
        span.attributes(),
        List.of(link));
  }
}
