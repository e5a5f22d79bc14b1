package dev.clade.local.bench.load;

import dev.clade.local.bench.Bench;
import dev.clade.local.bench.BenchMesh;
import dev.clade.local.bench.BenchOptions;
import dev.clade.local.bench.BenchResult;
import dev.clade.local.bench.Goal;
import dev.clade.local.bench.Latencies;
import dev.clade.local.bench.Machine;
import dev.clade.local.mesh.Service;
import dev.clade.local.print.Table;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Mixed work on the whole mesh at a steady rate for some minutes, and what its processes hold
 * meanwhile. Memory is flat when no service's heap after collections, and no service's physical
 * memory, grew by the goal's share from the run's third quarter to its last. Every answer has to be
 * right, and threads, files and sockets may not grow either.
 */
public final class SoakBench implements Bench {
  private static final Goal GOAL = new Goal(Goal.Bound.UNDER, 5, "%");
  private static final int MINUTES = 5;
  private static final int CALLS_PER_SECOND = 200;
  private static final int SAMPLES_OF_PERIOD = 4;

  /** Threads, files and sockets come and go with what happens to be in flight. */
  private static final int MOST_MORE = 8;

  private final Map<String, Double> figures = new LinkedHashMap<>();
  private final Duration period;

  /** Creates the bench. */
  public SoakBench() {
    this(Duration.ofMinutes(1));
  }

  /** Creates the bench with minutes of another length. */
  SoakBench(Duration period) {
    this.period = period;
  }

  @Override
  public String name() {
    return "soak";
  }

  @Override
  public String description() {
    return "growth of memory under steady mixed calls, --minutes long; goal: under 5 %";
  }

  @Override
  public BenchResult run(BenchOptions options, PrintWriter out) throws Exception {
    int periods = options.minutes().orElse(MINUTES);
    out.printf("%s%n%d minutes of %d calls/s%n", Machine.describe(), periods, CALLS_PER_SECOND);
    out.flush();
    try (BenchMesh mesh = new BenchMesh(options.home(), List.of(Service.values()), Map.of())) {
      MixedWork work = MixedWork.prepare(mesh.client());
      SteadyLoad load = new SteadyLoad(work::run, CALLS_PER_SECOND, period);
      Holdings holdings = new Holdings(mesh);
      try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
        Future<?> running = thread.submit(() -> load.run(periods));
        holdings.sample(periods * SAMPLES_OF_PERIOD, period.dividedBy(SAMPLES_OF_PERIOD));
        running.get();
      }
      work.awaitGraph();
      boolean whole = tell(load.periods(), out);
      double grown = holdings.tell(figures, out);
      boolean steady = holdings.mostMore() <= MOST_MORE;
      out.printf(
          "%,d files were imported; peaks in MiB: %s%n", work.imports(), mesh.peaks(figures));
      return new BenchResult(name(), Machine.describe(), figures, grown, GOAL, whole && steady)
          .conclude("largest growth of a service's memory in the second half", out);
    }
  }

  private boolean tell(List<SteadyLoad.Period> periods, PrintWriter out) {
    Table table = new Table(">minute", ">calls", ">p50 ms", ">p99 ms", ">max ms", ">failed");
    boolean whole = true;
    for (int i = 0; i < periods.size(); i++) {
      Latencies latencies = periods.get(i).latencies();
      Map<String, Integer> failures = periods.get(i).failures();
      int failed = failures.values().stream().mapToInt(Integer::intValue).sum();
      whole &= failed == 0;
      table.row(
          i + 1,
          "%,d".formatted(latencies.count()),
          "%.1f".formatted(latencies.median()),
          "%.1f".formatted(latencies.p99()),
          "%.0f".formatted(latencies.most()),
          failed);
      figures.put("minute_%d_p50_ms".formatted(i + 1), latencies.median());
      figures.put("minute_%d_p99_ms".formatted(i + 1), latencies.p99());
      failures.forEach((words, count) -> out.printf("FAILED %d times: %s%n", count, words));
    }
    out.print(table.render());
    out.flush();
    return whole;
  }
}
