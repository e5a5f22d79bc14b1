package dev.clade.local.trace;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A trace as JSON. Times are in UTC, durations in seconds.
 *
 * @param traceId 32 hexadecimal digits
 * @param startTime when its first span began
 * @param durationSeconds from the first start to the last end
 * @param root name of its first span
 * @param services services that took part
 * @param spanCount how many spans are here
 * @param errorCount how many of them failed
 * @param complete whether every span's parent is here
 * @param spans the spans by their start; none in a list of traces
 * @param linkedFrom spans of other traces that have to do with this one
 */
public record TraceDocument(
    String traceId,
    Instant startTime,
    double durationSeconds,
    String root,
    List<String> services,
    int spanCount,
    int errorCount,
    boolean complete,
    List<SpanDocument> spans,
    List<LinkedSpan> linkedFrom) {
  private static final double NANOS_PER_SECOND = 1e9;

  /**
   * A span.
   *
   * @param spanId 16 hexadecimal digits
   * @param parentId the span that it is part of; empty for a root
   * @param service who sent it
   * @param name what was done
   * @param kind as OpenTelemetry names it
   * @param offsetSeconds from the trace's start
   * @param durationSeconds from its start to its end
   * @param error what went wrong; empty when nothing did
   * @param attributes what it tells
   * @param links spans of other traces that it has to do with
   */
  public record SpanDocument(
      String spanId,
      String parentId,
      String service,
      String name,
      String kind,
      double offsetSeconds,
      double durationSeconds,
      String error,
      Map<String, String> attributes,
      List<TraceSpan.Link> links) {}

  /**
   * A span of another trace.
   *
   * @param traceId its trace
   * @param spanId the span
   * @param service who sent it
   * @param name what was done
   */
  public record LinkedSpan(String traceId, String spanId, String service, String name) {}

  /** Returns a trace without its spans, as a line of a list. */
  public static TraceDocument summary(Trace trace) {
    return of(trace, List.of(), List.of());
  }

  /**
   * Returns a trace with its spans.
   *
   * @param others spans that may link to it
   */
  public static TraceDocument whole(Trace trace, List<TraceSpan> others) {
    return of(
        trace,
        trace.spans().stream().map(span -> span(trace, span)).toList(),
        others.stream()
            .filter(other -> other.links().stream().anyMatch(l -> l.traceId().equals(trace.id())))
            .map(o -> new LinkedSpan(o.traceId(), o.spanId(), o.service(), o.name()))
            .toList());
  }

  private static TraceDocument of(
      Trace trace, List<SpanDocument> spans, List<LinkedSpan> linkedFrom) {
    return new TraceDocument(
        trace.id(),
        Instant.ofEpochSecond(0, trace.startNanos()),
        trace.durationNanos() / NANOS_PER_SECOND,
        trace.tops().getFirst().name(),
        trace.services(),
        trace.spans().size(),
        trace.errors(),
        trace.isComplete(),
        spans,
        linkedFrom);
  }

  private static SpanDocument span(Trace trace, TraceSpan span) {
    return new SpanDocument(
        span.spanId(),
        span.parentId(),
        span.service(),
        span.name(),
        span.kind(),
        (span.startNanos() - trace.startNanos()) / NANOS_PER_SECOND,
        span.durationNanos() / NANOS_PER_SECOND,
        span.error().orElse(""),
        span.attributes(),
        span.links());
  }
}
