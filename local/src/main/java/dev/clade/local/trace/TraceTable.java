package dev.clade.local.trace;

import dev.clade.local.print.Table;
import java.util.List;

/** A list of traces as text. */
public final class TraceTable {
  private static final int LONGEST_NAME = 60;

  private TraceTable() {}

  /** Returns a line a trace. */
  public static String render(List<Trace> traces) {
    if (traces.isEmpty()) {
      return "No traces are kept.\n";
    }
    Table table =
        new Table("trace", "began", "service", "root", ">duration", ">spans", ">errors", "");
    for (Trace trace : traces) {
      TraceSpan root = trace.tops().getFirst();
      table.row(
          trace.id(),
          Waterfall.moment(trace.startNanos()),
          root.service(),
          root.name().length() <= LONGEST_NAME
              ? root.name()
              : root.name().substring(0, LONGEST_NAME - 1) + "…",
          Waterfall.time(trace.durationNanos()),
          trace.spans().size(),
          trace.errors(),
          trace.isComplete() ? "" : "not complete");
    }
    return table.render();
  }
}
