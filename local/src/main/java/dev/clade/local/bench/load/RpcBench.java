package dev.clade.local.bench.load;

import dev.clade.local.bench.Bench;
import dev.clade.local.bench.BenchMesh;
import dev.clade.local.bench.BenchOptions;
import dev.clade.local.bench.BenchResult;
import dev.clade.local.bench.Goal;
import dev.clade.local.bench.HubService;
import dev.clade.local.bench.Machine;
import dev.clade.local.bench.Spread;
import dev.clade.local.bench.hub.Hub;
import dev.clade.local.client.Address;
import dev.clade.local.mesh.Service;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cached reads beside a method that does next to nothing, of the same server and in the same
 * rounds: an artifact out of Redis from the catalogue, and what an artifact was made from out of
 * the graph's memory; and that method beside grpc-java's own server. Every answer is counted.
 */
public final class RpcBench implements Bench {
  private static final Goal GOAL = new Goal(Goal.Bound.AT_LEAST, 0.8, "");
  private static final int ROUNDS = 5;
  private static final Duration ROUND = Duration.ofSeconds(3);

  /** Until the servers' code is compiled. */
  private static final int WARMING_ROUNDS = 4;

  private final Map<String, Double> figures = new LinkedHashMap<>();
  private final Duration round;

  /** Creates the bench. */
  public RpcBench() {
    this(ROUND);
  }

  /** Creates the bench with rounds of another length. */
  RpcBench(Duration round) {
    this.round = round;
  }

  @Override
  public String name() {
    return "rpc";
  }

  @Override
  public String description() {
    return "calls/s of cached reads over an empty handler's; goal: at least 0.8";
  }

  @Override
  public BenchResult run(BenchOptions options, PrintWriter out) throws Exception {
    Hub hub = options.hub(out);
    try (HubService graph = new HubService(options.home(), hub, hub.count());
        BenchMesh catalogue = new BenchMesh(options.home(), List.of(Service.INGEST), Map.of());
        PlainServer plain = PlainServer.start()) {
      Address graphAt = graph.mesh().mesh().endpoints().lineage();
      Address catalogueAt = catalogue.mesh().endpoints().ingest();
      SampleCatalogue sample = SampleCatalogue.importInto(catalogue.client());
      CountedQuestion<?, ?> lineage = Questions.lineage(number -> Names.of(hub, number));
      CountedQuestion<?, ?> artifact = Questions.artifact(sample::name);
      try (Side graphEmpty = side("graph_empty", graphAt, Questions.empty(), graph.mesh());
          Side graphRead = side("graph_read", graphAt, lineage, graph.mesh());
          Side catalogueEmpty = side("catalogue_empty", catalogueAt, Questions.empty(), catalogue);
          Side catalogueRead = side("catalogue_read", catalogueAt, artifact, catalogue);
          Side plainEmpty =
              new Side(
                  "plain_empty", plain.address(), Questions.empty(), plain::processorSeconds)) {
        boolean correct =
            measure(
                List.of(graphEmpty, graphRead, catalogueEmpty, catalogueRead, plainEmpty),
                options.rounds().orElse(ROUNDS),
                out);
        double graphRatio = tell("graph_read_over_empty", graphRead.ratio(graphEmpty), out);
        double catalogueRatio =
            tell("catalogue_read_over_empty", catalogueRead.ratio(catalogueEmpty), out);
        tell("catalogue_empty_over_plain", catalogueEmpty.ratio(plainEmpty), out);
        new LoopDelays(round, figures, out).measure(graphAt, hub);
        return new BenchResult(
                name(),
                Machine.describe(),
                figures,
                Math.min(graphRatio, catalogueRatio),
                GOAL,
                correct)
            .conclude("calls/s of the slower cached read over an empty handler's", out);
      }
    }
  }

  private static Side side(
      String name, Address address, CountedQuestion<?, ?> question, BenchMesh mesh) {
    return new Side(
        name, address, question, () -> mesh.processorSeconds(mesh.services().getFirst()));
  }

  private boolean measure(List<Side> sides, int rounds, PrintWriter out) throws Exception {
    for (Side side : sides) {
      side.warm(round.multipliedBy(WARMING_ROUNDS));
    }
    for (int i = 0; i < rounds; i++) {
      for (Side side : sides) {
        side.measure(round);
      }
    }
    long asked = 0;
    boolean whole = true;
    for (Side side : sides) {
      side.addTo(figures);
      out.println(side);
      asked += side.asked();
      whole &= side.isWhole();
      if (!side.isWhole()) {
        out.println(side.trouble());
      }
    }
    out.printf(
        "%,d calls by %d connections with %d in flight each: %s%n",
        asked,
        Side.CONNECTIONS,
        Side.IN_FLIGHT,
        whole ? "all answered once and rightly" : "NOT ALL ANSWERED ONCE AND RIGHTLY");
    out.flush();
    return whole;
  }

  private double tell(String what, Spread ratio, PrintWriter out) {
    figures.put(what, ratio.median());
    out.printf("%s: %s%n", what, ratio.toString(2));
    out.flush();
    return ratio.median();
  }
}
