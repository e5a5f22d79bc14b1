package dev.clade.local.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A trace as text: a line a span, under its parent, with its offset, its duration and a bar that
 * stands where it took place.
 */
public final class Waterfall {
  private static final int NARROWEST_BAR = 12;
  private static final int NARROWEST_NAME = 16;
  private static final int TIME_WIDTH = 9;
  private static final int NARROWEST = 72;

  private final Trace trace;
  private final int serviceWidth;
  private final int nameWidth;
  private final int barWidth;
  private final StringBuilder text = new StringBuilder();

  private Waterfall(Trace trace, int width) {
    this.trace = trace;
    List<String> labels = new ArrayList<>();
    trace.tops().forEach(top -> measure(top, 0, labels));
    int longest = labels.stream().mapToInt(String::length).max().orElse(0);
    serviceWidth = trace.services().stream().mapToInt(String::length).max().orElse(0);
    int free = Math.max(width, NARROWEST) - serviceWidth - 2 * TIME_WIDTH - 4;
    nameWidth = Math.max(NARROWEST_NAME, Math.min(longest, free * 3 / 5));
    barWidth = Math.max(NARROWEST_BAR, free - nameWidth - 1);
  }

  /**
   * Draws a trace.
   *
   * @param linkedFrom spans of other traces that link to it
   * @param width columns to fill; what is narrower than 72 is taken for 72
   */
  public static String draw(Trace trace, List<TraceDocument.LinkedSpan> linkedFrom, int width) {
    Waterfall waterfall = new Waterfall(trace, width);
    waterfall.drawHead();
    for (TraceSpan top : trace.tops()) {
      waterfall.drawSpan(top, "", "");
    }
    for (TraceDocument.LinkedSpan linked : linkedFrom) {
      waterfall.text.append(
          "linked from %s of %s, trace %s%n"
              .formatted(linked.name(), linked.service(), linked.traceId()));
    }
    return waterfall.text.toString();
  }

  /** Returns a duration for people, such as {@code 1.24 s} or {@code 350 us}. */
  static String time(long nanos) {
    if (nanos < 1_000_000) {
      return "%d us".formatted(nanos / 1_000);
    }
    return nanos < 1_000_000_000
        ? String.format(Locale.ROOT, "%.1f ms", nanos / 1e6)
        : String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
  }

  /** Returns a time for people, in UTC to the second. */
  static String moment(long nanos) {
    return Instant.ofEpochSecond(nanos / 1_000_000_000).toString();
  }

  private void drawHead() {
    text.append(
        "trace %s, %s, %s, %s, %s%n"
            .formatted(
                trace.id(),
                moment(trace.startNanos()),
                time(trace.durationNanos()),
                counted(trace.spans().size(), "span"),
                counted(trace.errors(), "error")));
    int orphans = trace.orphans().size();
    if (orphans > 0) {
      text.append(
          "not complete: of %s the parent is not here%n".formatted(counted(orphans, "span")));
    }
    text.append(line("service", "span", "start", "duration", ""));
  }

  private void drawSpan(TraceSpan span, String branch, String below) {
    text.append(
        line(
            span.service(),
            branch + label(span),
            time(span.startNanos() - trace.startNanos()),
            time(span.durationNanos()),
            bar(span)));
    List<TraceSpan> children = trace.children(span);
    for (TraceSpan.Link link : span.links()) {
      String rail = below + (children.isEmpty() ? "   " : "│  ");
      text.append(
          "%s  %slinks to span %s of trace %s%n"
              .formatted(" ".repeat(serviceWidth), rail, link.spanId(), link.traceId()));
    }
    for (int i = 0; i < children.size(); i++) {
      boolean last = i == children.size() - 1;
      drawSpan(children.get(i), below + (last ? "└─ " : "├─ "), below + (last ? "   " : "│  "));
    }
  }

  private String line(String service, String name, String start, String duration, String bar) {
    String pattern =
        "%-"
            + serviceWidth
            + "s  %-"
            + nameWidth
            + "s %"
            + TIME_WIDTH
            + "s %"
            + TIME_WIDTH
            + "s %s";
    return pattern.formatted(service, fit(name), start, duration, bar).stripTrailing() + "\n";
  }

  /** The end of a name tells more than its middle. */
  private String fit(String name) {
    if (name.length() <= nameWidth) {
      return name;
    }
    int head = nameWidth / 3;
    return name.substring(0, head) + "…" + name.substring(name.length() - (nameWidth - head - 1));
  }

  private String bar(TraceSpan span) {
    double scale = barWidth / (double) Math.max(1, trace.durationNanos());
    int begin = Math.min(barWidth - 1, (int) ((span.startNanos() - trace.startNanos()) * scale));
    int length = Math.max(1, (int) Math.round(span.durationNanos() * scale));
    return " ".repeat(begin) + "█".repeat(Math.min(length, barWidth - begin));
  }

  private static String label(TraceSpan span) {
    return span.error().map(error -> span.name() + " [" + error + "]").orElse(span.name());
  }

  private void measure(TraceSpan span, int depth, List<String> labels) {
    labels.add(" ".repeat(3 * depth) + label(span));
    trace.children(span).forEach(child -> measure(child, depth + 1, labels));
  }

  private static String counted(int count, String noun) {
    return "%,d %s%s".formatted(count, noun, count == 1 ? "" : "s");
  }
}
