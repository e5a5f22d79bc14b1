package dev.clade.local.bench;

import dev.clade.local.bench.hub.Hub;
import java.io.PrintWriter;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a hub's graph takes on the heap for each node and edge, both directions, types, names and
 * attributes included, with the records that the next snapshot is built from; and beside it two of
 * JGraphT's graphs of the same hub with names and types, without attributes. Each is the difference
 * that building it makes after collections, in this process, whose headers are compact as the
 * service's.
 */
public final class GraphMemoryBench implements Bench {
  private static final Goal GOAL = new Goal(Goal.Bound.UNDER, 48, "bytes");
  private static final int ROUNDS = 3;

  private final Map<String, Double> figures = new LinkedHashMap<>();

  @Override
  public String name() {
    return "graph-memory";
  }

  @Override
  public String description() {
    return "bytes of the graph in memory for each node and edge; goal: under 48";
  }

  @Override
  public BenchResult run(BenchOptions options, PrintWriter out) throws Exception {
    Hub hub = options.hub(out);
    int rounds = options.rounds().orElse(ROUNDS);
    long parts = (long) hub.count() + hub.relationCount();
    out.printf("heap of at most %,d MiB%n", Runtime.getRuntime().maxMemory() >> 20);
    double own = measure("own_graph", () -> new OwnGraph(hub), parts, rounds, out);
    measure("jgrapht_sparse", () -> new SparseGraph(hub), parts, rounds, out);
    measure("jgrapht_maps", () -> new MapGraph(hub), parts, rounds, out);
    boolean correct = new GraphWork(new OwnGraph(hub), hub, options.seed()).run(figures, out);
    return new BenchResult(name(), Machine.describe(), figures, own, GOAL, correct)
        .conclude("for each node and edge", out);
  }

  private <T> double measure(
      String what, Supplier<T> build, long parts, int rounds, PrintWriter out) {
    List<Double> bytes = new ArrayList<>();
    List<Double> seconds = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      long before = Heap.used();
      long start = System.nanoTime();
      T built = build.get();
      seconds.add((System.nanoTime() - start) / 1e9);
      try {
        bytes.add((double) (Heap.used() - before) / parts);
      } finally {
        Reference.reachabilityFence(built);
      }
    }
    double median = Spread.of(bytes).median();
    figures.put(what + "_bytes", median);
    figures.put(what + "_build_seconds", Spread.of(seconds).median());
    out.printf(
        "%s: %s bytes for each node and edge, %,.0f MiB in all, built in %s s%n",
        what,
        Spread.of(bytes).toString(1),
        median * parts / (1 << 20),
        Spread.of(seconds).toString(1));
    out.flush();
    return median;
  }
}
