package dev.clade.local.trace;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A span as it was received.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 hexadecimal digits
 * @param parentId the span that it is part of; empty for the root of a trace
 * @param service the service that sent it
 * @param name what was done
 * @param kind as OpenTelemetry names it, such as {@code SERVER}
 * @param startNanos when it began, in nanoseconds since 1970
 * @param endNanos when it ended
 * @param failed whether its status is an error
 * @param attributes what it tells, as text
 * @param links spans of other traces that it has to do with
 */
public record TraceSpan(
    String traceId,
    String spanId,
    String parentId,
    String service,
    String name,
    String kind,
    long startNanos,
    long endNanos,
    boolean failed,
    Map<String, String> attributes,
    List<Link> links) {

  /**
   * A span of another trace.
   *
   * @param traceId its trace
   * @param spanId the span
   */
  public record Link(String traceId, String spanId) {}

  /** Returns whether it says that it is the root of a trace. */
  public boolean isRoot() {
    return parentId.isEmpty();
  }

  /** Returns how long it took, in nanoseconds. */
  public long durationNanos() {
    return Math.max(0, endNanos - startNanos);
  }

  /** Returns what went wrong, if anything. */
  public Optional<String> error() {
    return failed ? Optional.of(attributes.getOrDefault("error.type", "error")) : Optional.empty();
  }
}
