package dev.clade.local.bench.load;

import dev.clade.local.bench.Latencies;
import dev.clade.local.bench.hub.Hub;
import dev.clade.local.client.Address;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;

/** What the largest messages cost the small calls of other connections. */
final class LoopDelays {
  private final Duration time;
  private final Map<String, Double> figures;
  private final PrintWriter out;

  /**
   * Creates the measurement.
   *
   * @param time for each of three parts
   * @param figures where to put what is found
   */
  LoopDelays(Duration time, Map<String, Double> figures, PrintWriter out) {
    this.time = time;
    this.figures = figures;
    this.out = out;
  }

  /** Measures at a server of a hub's graph. */
  void measure(Address graph, Hub hub) throws Exception {
    try (LoopProbe probe = new LoopProbe(graph)) {
      probe.alone(time);
      tell("loop_alone", "a small call alone", probe.alone(time));
      tell(
          "loop_beside_questions",
          "beside questions of 2 MiB, parsed and refused",
          probe.besideLargestQuestions(time));
      tell(
          "loop_beside_pages",
          "beside pages of 2,000 artifacts",
          probe.besideFullPages(hub.name(mostDerived(hub)), time));
    }
  }

  private void tell(String name, String what, Latencies found) {
    figures.put(name + "_p50_ms", found.median());
    figures.put(name + "_p99_ms", found.p99());
    figures.put(name + "_max_ms", found.most());
    out.printf(
        "%s: p50 %.2f, p99 %.2f, max %.2f ms of %,d%n",
        what, found.median(), found.p99(), found.most(), found.count());
    out.flush();
  }

  private static int mostDerived(Hub hub) {
    int[] derived = new int[hub.count()];
    int most = 0;
    for (int relation = 0; relation < hub.relationCount(); relation++) {
      int upstream = hub.upstream(relation);
      derived[upstream]++;
      most = derived[upstream] > derived[most] ? upstream : most;
    }
    return most;
  }
}
