package dev.clade.local.bench;

import dev.clade.ingest.v1.ListArtifactsRequest;
import dev.clade.lineage.v1.GetStatsRequest;
import dev.clade.local.client.MeshClient;
import dev.clade.local.mesh.Form;
import dev.clade.local.mesh.Service;
import dev.clade.local.print.Table;
import dev.clade.valuation.v1.ListValuationsRequest;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Seconds from starting a service's process until its first answer to a call, and the memory that
 * it takes, for each form that a service can be run as. The stores run already and the schema is
 * there; the caller is new each time, and connects. Executables are measured where they were built.
 */
public final class StartBench implements Bench {
  private static final Goal GOAL = new Goal(Goal.Bound.UNDER, 1, "");
  private static final Map<Form, Double> GOAL_SECONDS = Map.of(Form.AOT, 1.0, Form.NATIVE, 0.1);
  private static final int ROUNDS = 7;
  private static final int CALLS = 2_000;

  /**
   * A start.
   *
   * @param seconds from the process's start to the first answer
   * @param bytes the most memory held until then
   * @param laterBytes the most memory held until some thousand calls were answered
   */
  private record Start(double seconds, double bytes, double laterBytes) {}

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String description() {
    return "seconds from a service's start to its first answer, and memory, as a plain jar, with an"
        + " AOT cache, and native where built; goal: under 1 s with a cache, 0.1 s native";
  }

  @Override
  public BenchResult run(BenchOptions options, PrintWriter out) throws Exception {
    int rounds = options.rounds().orElse(ROUNDS);
    out.printf(
        "%s%n%d rounds, stores running, an empty catalogue; memory after the first answer and after"
            + " %,d calls%n",
        Machine.describe(), rounds, CALLS);
    out.flush();
    Map<String, Double> figures = new LinkedHashMap<>();
    Table table = new Table("form", "service", "first answer, s", "MiB", "MiB later");
    double worst = 0;
    for (Form form : built(options)) {
      Map<Service, List<Start>> starts = measure(options, form, rounds);
      for (Service service : Service.values()) {
        List<Start> each = starts.get(service);
        Spread seconds = Spread.of(each.stream().map(Start::seconds).toList());
        double bytes = Spread.of(each.stream().map(Start::bytes).toList()).median();
        double later = Spread.of(each.stream().map(Start::laterBytes).toList()).median();
        String key = "%s_%s".formatted(form.name().toLowerCase(Locale.ROOT), service.label());
        figures.put(key + "_seconds", seconds.median());
        figures.put(key + "_bytes", bytes);
        figures.put(key + "_later_bytes", later);
        table.row(
            form.name().toLowerCase(Locale.ROOT),
            service.label(),
            seconds.toString(2),
            "%,.0f".formatted(bytes / (1 << 20)),
            "%,.0f".formatted(later / (1 << 20)));
        if (GOAL_SECONDS.containsKey(form)) {
          worst = Math.max(worst, seconds.median() / GOAL_SECONDS.get(form));
        }
      }
    }
    out.print(table.render());
    return new BenchResult(name(), Machine.describe(), figures, worst, GOAL, true)
        .conclude("the slowest first answer over its form's goal", out);
  }

  private static List<Form> built(BenchOptions options) {
    List<Form> forms = new ArrayList<>(List.of(Form.JVM, Form.AOT));
    boolean executables = true;
    for (Service service : Service.values()) {
      executables &= Files.exists(service.executable(options.home()));
    }
    if (executables) {
      forms.add(Form.NATIVE);
    }
    return forms;
  }

  private static Map<Service, List<Start>> measure(BenchOptions options, Form form, int rounds)
      throws IOException {
    Map<Service, List<Start>> starts = new LinkedHashMap<>();
    try (BenchMesh mesh = new BenchMesh(options.home(), form)) {
      for (int round = 0; round < rounds; round++) {
        for (Service service : Service.values()) {
          starts.computeIfAbsent(service, _ -> new ArrayList<>()).add(start(mesh, service));
        }
      }
    }
    return starts;
  }

  private static Start start(BenchMesh mesh, Service service) {
    mesh.mesh().process(service).close();
    long begin = System.nanoTime();
    mesh.mesh().restart(service);
    try (MeshClient client = new MeshClient(mesh.mesh().endpoints(), OpenTelemetry.noop())) {
      ask(client, service);
      double seconds = (System.nanoTime() - begin) / 1e9;
      double bytes = mesh.peakBytes(service);
      for (int i = 0; i < CALLS; i++) {
        ask(client, service);
      }
      return new Start(seconds, bytes, mesh.peakBytes(service));
    }
  }

  private static void ask(MeshClient client, Service service) {
    var _ =
        client.call(
            service,
            () ->
                switch (service) {
                  case INGEST ->
                      client
                          .catalogue()
                          .listArtifacts(ListArtifactsRequest.newBuilder().setPageSize(1).build());
                  case LINEAGE -> client.lineage().getStats(GetStatsRequest.getDefaultInstance());
                  case VALUATION ->
                      client
                          .valuation()
                          .listValuations(
                              ListValuationsRequest.newBuilder().setPageSize(1).build());
                });
  }
}
