package dev.clade.local.bench;

import dev.clade.local.bench.hub.Hub;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Asks others the service's questions, one after the other, for some rounds after a warm-up. */
final class Comparison {
  private static final int DRAWN = 100_000;

  private final Hub hub;
  private final long seed;
  private final int rounds;
  private final Duration time;
  private final Map<String, Double> figures;
  private final PrintWriter out;

  /**
   * Creates a comparison.
   *
   * @param time of a round
   * @param figures where to put what is found
   */
  Comparison(
      Hub hub, long seed, int rounds, Duration time, Map<String, Double> figures, PrintWriter out) {
    this.hub = hub;
    this.seed = seed;
    this.rounds = rounds;
    this.time = time;
    this.figures = figures;
    this.out = out;
  }

  /** Asks, each of several in a thread of its own. */
  void run(String name, List<? extends ClosedLoop.Asked> asked) throws Exception {
    for (Draws draws : Draws.values()) {
      int[] artifacts = draws.draw(hub, DRAWN, seed);
      LatencyRow row = new LatencyRow(name + "_" + draws.label());
      ClosedLoop.run(asked, artifacts, time);
      for (int round = 0; round < rounds; round++) {
        row.add(ClosedLoop.run(asked, artifacts, time));
      }
      row.addTo(figures);
      out.printf("%s, one after the other by %d%n", row, asked.size());
      out.flush();
    }
  }

  /** Returns whether two find as many artifacts in some lineages of each kind. */
  boolean agree(ClosedLoop.Asked one, ClosedLoop.Asked other, int count) throws Exception {
    int differing = 0;
    for (Draws draws : Draws.values()) {
      for (int artifact : draws.draw(hub, count, seed)) {
        differing += one.ask(artifact) == other.ask(artifact) ? 0 : 1;
      }
    }
    out.printf(
        "  of %,d lineages %,d differ in size from the own walk's%n",
        count * Draws.values().length, differing);
    return differing == 0;
  }
}
