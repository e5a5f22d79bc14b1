package dev.clade.local.bench.study;

import com.sun.management.OperatingSystemMXBean;
import dev.clade.lineage.ecosystem.network.NetworkAnalysis;
import dev.clade.lineage.ecosystem.report.Parameters;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.local.bench.Bench;
import dev.clade.local.bench.BenchOptions;
import dev.clade.local.bench.BenchResult;
import dev.clade.local.bench.Goal;
import dev.clade.local.bench.Machine;
import dev.clade.local.bench.PeakMemory;
import dev.clade.local.bench.Spread;
import dev.clade.report.Report;
import dev.clade.report.Table;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How long the report of the collaboration network takes on 500,000 commits, of all accounts and of
 * people, with the drawing of the commits that it reads. Beside it networkx on the same commits,
 * where it is installed, for what both measure.
 */
public final class NetworkBench implements Bench {
  private static final Goal GOAL = new Goal(Goal.Bound.UNDER, 30, "s");
  private static final int ROUNDS = 3;
  private static final int COMMITS = 500_000;
  private static final String ALL = "all";
  private static final String PEOPLE = "people";

  private final int commits;

  /** Takes half a million commits. */
  public NetworkBench() {
    this(COMMITS);
  }

  /** Takes so many commits. */
  NetworkBench(int commits) {
    this.commits = commits;
  }

  @Override
  public String name() {
    return "network";
  }

  @Override
  public String description() {
    return "the whole network report on 500,000 commits; goal: under 30 s";
  }

  @Override
  public BenchResult run(BenchOptions options, PrintWriter out) throws Exception {
    DrawnCommits drawn = new DrawnCommits(commits, options.seed());
    out.printf(
        "%s%nat least %,d drawn commits, seed %d%n", Machine.describe(), commits, options.seed());
    List<Double> seconds = new ArrayList<>();
    Report report = null;
    boolean right = true;
    int rounds = options.rounds().orElse(ROUNDS);
    long startOfProcessors = processorTime();
    for (int round = 0; round < rounds; round++) {
      long start = System.nanoTime();
      Report again = report(drawn);
      seconds.add((System.nanoTime() - start) / 1e9);
      right &= report == null || report.equals(again);
      report = again;
    }
    double processorSeconds = (processorTime() - startOfProcessors) / 1e9 / rounds;
    Spread spread = Spread.of(seconds);
    Map<String, Double> figures = new LinkedHashMap<>();
    figures.put("seconds", spread.median());
    figures.put("first_seconds", seconds.getFirst());
    figures.put("processor_seconds", processorSeconds);
    out.printf(
        "%s s, the first, cold round %.2f s; %.2f s a round of all processors together%n",
        spread.toString(2), seconds.getFirst(), processorSeconds);
    PeakMemory.of(ProcessHandle.current())
        .ifPresent(
            peak -> {
              figures.put("peak_memory_bytes", (double) peak);
              out.printf("%,d MiB of memory at most, all of this process%n", peak >> 20);
            });
    report.coverage().forEach(fact -> out.printf("  %s: %,d%n", fact.what(), fact.count()));
    Map<String, Map<String, Double>> measures = measures(report);
    out.printf(
        "  %.1f %% of models have one contributor, %.1f %% of authors are isolates; of the hub of"
            + " October 2023 it was 87 and 89 (Osborne et al. 2024), so this is more to do%n",
        100 * measures.get(ALL).get("share with one contributor"),
        100 * measures.get(ALL).get("share of isolates"));
    right &= counts(drawn, ALL, any -> true, measures, out);
    right &= counts(drawn, PEOPLE, name -> !DrawnCommits.AUTOMATED.contains(name), measures, out);
    right &= PythonNetwork.agrees(drawn, measures, figures, out);
    return new BenchResult(name(), Machine.describe(), figures, spread.median(), GOAL, right)
        .conclude("the whole report", out);
  }

  private static Report report(DrawnCommits drawn) {
    NetworkAnalysis analysis = new NetworkAnalysis();
    return analysis.run(
        GraphSnapshot.empty(), drawn, Parameters.of(analysis.parameters(), Map.of()));
  }

  /** Time on all processors, which others on the machine hardly change. */
  private static long processorTime() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** Returns by accounts what the report measured, by name. */
  private static Map<String, Map<String, Double>> measures(Report report) {
    Map<String, Double> all = new HashMap<>();
    Map<String, Double> people = new HashMap<>();
    Table table =
        report.tables().stream()
            .filter(each -> each.name().equals("measures"))
            .findFirst()
            .orElseThrow();
    for (List<Table.Cell> row : table.rows()) {
      String measure = ((Table.Text) row.get(1)).text();
      all.put(measure, ((Table.Real) row.get(2)).number());
      people.put(measure, ((Table.Real) row.get(3)).number());
    }
    return Map.of(ALL, all, PEOPLE, people);
  }

  private static boolean counts(
      DrawnCommits drawn,
      String label,
      Predicate<String> accounts,
      Map<String, Map<String, Double>> measures,
      PrintWriter out) {
    Map<String, Double> counted = PlainNetwork.count(drawn, accounts);
    boolean right =
        counted.entrySet().stream()
            .allMatch(each -> each.getValue().equals(measures.get(label).get(each.getKey())));
    out.printf("  %s: %s; %s%n", label, counted, right ? "the report counts the same" : "WRONG");
    return right;
  }
}
