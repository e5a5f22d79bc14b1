package dev.clade.local.bench;

import dev.clade.lineage.v1.GetLineageRequest;
import dev.clade.local.bench.hub.Hub;
import dev.clade.local.mesh.Service;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long the service takes to tell one artifact's lineage, five steps both ways, at 1,000 calls a
 * second, and beside it recursive queries and JGraphT on the same graph. The service has a process
 * of its own on the same processors. The goal is about artifacts drawn uniformly.
 */
public final class LineageBench implements Bench {
  private static final Goal GOAL = new Goal(Goal.Bound.UNDER, 5, "ms");
  private static final int ROUNDS = 5;
  private static final int CALLS_PER_SECOND = 1_000;
  private static final int CHECKED = 200;
  private static final Duration ROUND = Duration.ofSeconds(5);

  /** Until the service's code is compiled: a service is asked for days. */
  private static final int WARMING_ROUNDS = 6;

  /** The others are asked for a part of a round's time: without a pause they answer enough. */
  private static final int LOOPS_OF_ROUND = 5;

  private static final int CONNECTIONS = 2;

  private final Map<String, Double> figures = new LinkedHashMap<>();
  private final Duration round;
  private boolean correct = true;

  /** Creates the bench. */
  public LineageBench() {
    this(ROUND);
  }

  /** Creates the bench with rounds of another length. */
  LineageBench(Duration round) {
    this.round = round;
  }

  @Override
  public String name() {
    return "lineage";
  }

  @Override
  public String description() {
    return "p99 of a lineage over gRPC at 1,000 calls/s, 2 million models; goal: under 5 ms";
  }

  @Override
  public BenchResult run(BenchOptions options, PrintWriter out) throws Exception {
    Hub hub = options.hub(out);
    AnswerCheck check = new AnswerCheck(new PlainWalk(hub));
    double uniform = 0;
    try (HubService service = new HubService(options.home(), hub, hub.count())) {
      for (Draws draws : Draws.values()) {
        LatencyRow row = measure(service, hub, draws, check, options, out);
        uniform = draws == Draws.UNIFORM ? row.p99() : uniform;
      }
      figures.put("peak_bytes_service", service.mesh().peakBytes(Service.LINEAGE));
      out.println(service.memory());
    }
    compare(hub, options, out);
    return new BenchResult(name(), Machine.describe(), figures, uniform, GOAL, correct)
        .conclude("p99 at %,d calls/s".formatted(CALLS_PER_SECOND), out);
  }

  private LatencyRow measure(
      HubService service,
      Hub hub,
      Draws draws,
      AnswerCheck check,
      BenchOptions options,
      PrintWriter out)
      throws InterruptedException {
    OpenLoop load = new OpenLoop(service.asking(), CALLS_PER_SECOND);
    load.run(requests(hub, draws, WARMING_ROUNDS, options.seed()));
    LatencyRow row = new LatencyRow("service_" + draws.label());
    double used = service.mesh().processorSeconds(Service.LINEAGE);
    int rounds = options.rounds().orElse(ROUNDS);
    for (int i = 1; i <= rounds; i++) {
      row.add(load.run(requests(hub, draws, 1, options.seed() + i)));
    }
    used = service.mesh().processorSeconds(Service.LINEAGE) - used;
    double perCall = used * 1e6 / (rounds * callsOfRound());
    row.addTo(figures);
    figures.put(draws.label() + "_processor_us_per_call", perCall);
    out.printf("%s; the service's processor time is %,.0f us a call%n", row, perCall);
    long wrong =
        load.kept().entrySet().stream()
            .limit(CHECKED)
            .filter(each -> !check.isRight(each.getKey(), each.getValue()))
            .count();
    out.printf(
        "  %,d calls failed; of %,d answers compared with a plain walk %,d were wrong%n",
        load.failures(), Math.min(CHECKED, load.kept().size()), wrong);
    out.flush();
    correct &= wrong == 0 && load.failures() == 0;
    return row;
  }

  private GetLineageRequest[] requests(Hub hub, Draws draws, int rounds, long seed) {
    int[] artifacts = draws.draw(hub, rounds * callsOfRound(), seed);
    GetLineageRequest[] requests = new GetLineageRequest[artifacts.length];
    for (int i = 0; i < requests.length; i++) {
      requests[i] = LineageQuestion.of(hub.name(artifacts[i]));
    }
    return requests;
  }

  private int callsOfRound() {
    return Math.toIntExact(round.toMillis() * CALLS_PER_SECOND / 1_000);
  }

  private void compare(Hub hub, BenchOptions options, PrintWriter out) throws Exception {
    Comparison comparison =
        new Comparison(
            hub,
            options.seed(),
            options.rounds().orElse(ROUNDS),
            round.dividedBy(LOOPS_OF_ROUND),
            figures,
            out);
    OwnGraph own = new OwnGraph(hub);
    comparison.run("own_walk", List.of(own));
    SparseGraph sparse = new SparseGraph(hub);
    comparison.run("jgrapht_sparse", List.of(sparse));
    correct &= comparison.agree(own, sparse, CHECKED);
    try (BenchMesh mesh = new BenchMesh(options.home(), List.of(), Map.of())) {
      RecursiveQuery.load(hub, mesh.mesh().postgres().administration());
      try (Connections queries =
          new Connections(hub, mesh.mesh().postgres().administration(), CONNECTIONS)) {
        comparison.run("postgresql", queries.list());
        correct &= comparison.agree(own, queries.list().getFirst(), CHECKED);
      }
    }
  }
}
