package dev.clade.local.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The spans of one trace that are kept.
 *
 * @param id 32 hexadecimal digits
 * @param spans at least one, by their start
 */
public record Trace(String id, List<TraceSpan> spans) {
  private static final Comparator<TraceSpan> BY_START =
      Comparator.comparingLong(TraceSpan::startNanos)
          .thenComparing(Comparator.comparingLong(TraceSpan::endNanos).reversed())
          .thenComparing(TraceSpan::spanId);

  /** Sorts the spans, and takes each once: a sender may have repeated itself. */
  public Trace {
    spans =
        spans.stream()
            .collect(
                Collectors.toMap(
                    TraceSpan::spanId, span -> span, (first, _) -> first, LinkedHashMap::new))
            .values()
            .stream()
            .sorted(BY_START)
            .toList();
  }

  /** Returns the traces of spans, the one that began last first. */
  public static List<Trace> of(List<TraceSpan> spans) {
    Map<String, List<TraceSpan>> byTrace =
        spans.stream()
            .collect(
                Collectors.groupingBy(TraceSpan::traceId, LinkedHashMap::new, Collectors.toList()));
    List<Trace> traces = new ArrayList<>();
    byTrace.forEach((id, of) -> traces.add(new Trace(id, of)));
    traces.sort(Comparator.comparingLong(Trace::startNanos).reversed().thenComparing(Trace::id));
    return traces;
  }

  /** Returns the spans to begin with: the root, and those whose parent is not here. */
  public List<TraceSpan> tops() {
    Set<String> here = spans.stream().map(TraceSpan::spanId).collect(Collectors.toSet());
    return spans.stream().filter(span -> !here.contains(span.parentId())).toList();
  }

  /** Returns the spans whose parent is not here, or has not arrived yet. */
  public List<TraceSpan> orphans() {
    return tops().stream().filter(span -> !span.isRoot()).toList();
  }

  /** Returns whether there is a root and every span's parent is here. */
  public boolean isComplete() {
    return orphans().isEmpty();
  }

  /** Returns the parts of a span, by their start. */
  public List<TraceSpan> children(TraceSpan parent) {
    return spans.stream().filter(span -> span.parentId().equals(parent.spanId())).toList();
  }

  /** Returns when the first span began, in nanoseconds since 1970. */
  public long startNanos() {
    return spans.getFirst().startNanos();
  }

  /** Returns the time from the first start to the last end, in nanoseconds. */
  public long durationNanos() {
    long end = spans.stream().mapToLong(TraceSpan::endNanos).max().orElseThrow();
    return Math.max(0, end - startNanos());
  }

  /** Returns how many spans failed. */
  public int errors() {
    return (int) spans.stream().filter(TraceSpan::failed).count();
  }

  /** Returns the services that took part, in the order in which they did. */
  public List<String> services() {
    return spans.stream().map(TraceSpan::service).distinct().toList();
  }
}
