package dev.clade.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.clade.local.client.FileImport;
import dev.clade.local.client.LineageReader;
import dev.clade.local.client.MeshClient;
import dev.clade.local.client.ValuationRuns;
import dev.clade.local.images.DrawnImages;
import dev.clade.local.mesh.Service;
import dev.clade.local.trace.Trace;
import dev.clade.local.trace.TraceReceiver;
import dev.clade.local.trace.TraceSpan;
import dev.clade.local.trace.Tracing;
import dev.clade.local.trace.Waterfall;
import dev.clade.valuation.v1.TrainerSpec;
import dev.clade.valuation.v1.Valuation;
import io.opentelemetry.api.OpenTelemetry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a client asks for is one trace through every process, also behind its calls. */
final class TraceIT {
  private static final String HEADER =
      "id\tcreated_at\tdownloads\tlikes\tpipeline_tag\tlibrary_name\ttags\n";
  private static final int POLLS = 600;
  private static final String WORKER = "clade-valuation-worker";

  private static final List<TraceSpan> SPANS = new CopyOnWriteArrayList<>();
  private static final TraceReceiver RECEIVER = TraceReceiver.start(SPANS::addAll);
  private static TestMesh mesh;

  @BeforeAll
  static void start() throws Exception {
    mesh =
        TestMesh.start(
            List.of(Service.values()),
            Map.of(
                "CLADE_LOG_JSON", "true",
                "CLADE_TRACES_DISABLED", "false",
                "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", RECEIVER.endpoint(),
                "QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "200ms",
                "OTEL_EXPORTER_OTLP_ENDPOINT", RECEIVER.endpoint(),
                "OTEL_BSP_SCHEDULE_DELAY", "200",
                "CLADE_VALUATION_LEASE_DURATION", "2s",
                "CLADE_VALUATION_TICK", "200ms",
                "CLADE_VALUATION_LAUNCHER_LOCAL_BACKOFF", "100ms",
                "CLADE_VALUATION_MOST_LOSSES", "100"));
  }

  @AfterAll
  static void stop() throws Exception {
    mesh.close();
    RECEIVER.close();
  }

  @Test
  void anImportIsOneTraceWithItsWorkAndTheGraphLinksToIt() throws Exception {
    String id = traced("import", TraceIT::importTable);
    Trace trace =
        awaitTrace(
            id,
            found ->
                found.isComplete()
                    && found.services().contains("clade-lineage")
                    && found.spans().stream().anyMatch(has("clade-ingest", "import")));
    TraceSpan work = only(trace, "clade-ingest", "import");
    TraceSpan asked = only(trace, "clade-ingest", "clade.ingest.v1.ImportService/StartImport");
    assertThat(work.parentId()).isEqualTo(asked.spanId());
    assertThat(work.attributes()).containsEntry("clade.outcome", "complete");
    assertThat(trace.services())
        .containsExactlyInAnyOrder("clade", "clade-ingest", "clade-lineage");
    assertWhole(trace);

    assertThat(logged("ingest.log", "import "))
        .anySatisfy(
            line -> {
              assertThat(field(line, "traceId")).isEqualTo(id);
              assertThat(field(line, "spanId")).isEqualTo(work.spanId());
              assertThat(field(line, "requestId")).hasSize(36);
            });

    TraceSpan.Link link = new TraceSpan.Link(id, asked.spanId());
    eventually(() -> SPANS.stream().anyMatch(span -> span.links().contains(link)));
    assertThat(SPANS.stream().filter(span -> span.links().contains(link)))
        .allSatisfy(
            span -> {
              assertThat(span.service()).isEqualTo("clade-lineage");
              assertThat(span.name()).isEqualTo("apply changes");
              assertThat(span.isRoot()).isTrue();
            });
  }

  @Test
  void aRunIsOneTraceWithItsWorkersAlsoWhenTheServiceIsKilled() throws Exception {
    AtomicReference<String> run = new AtomicReference<>();
    String id =
        traced(
            "value",
            client -> {
              ValuationRuns runs = new ValuationRuns(client);
              run.set(runs.create(wished(runs)).getName());
              return 0;
            });
    await(id, has(WORKER, "evaluate coalition"));
    mesh.mesh().process(Service.VALUATION).kill();
    mesh.mesh().restart(Service.VALUATION);
    long before = count(id, WORKER, "evaluate coalition");
    Valuation ended = new ValuationRuns(mesh.client()).watch(run.get(), state -> {});
    assertThat(ended.getState()).isEqualTo(Valuation.State.STATE_SUCCEEDED);

    Trace trace = awaitTrace(id, _ -> count(id, WORKER, "evaluate coalition") > before);
    assertThat(trace.orphans())
        .as("calls that the kill cut off")
        .noneMatch(span -> span.service().equals("clade"));
    assertThat(trace.services()).containsExactlyInAnyOrder("clade", "clade-valuation", WORKER);
    TraceSpan created =
        only(trace, "clade-valuation", "clade.valuation.v1.ValuationService/CreateValuation");
    assertThat(trace.spans().stream().filter(span -> span.name().equals("evaluate coalition")))
        .allSatisfy(span -> assertThat(span.parentId()).isEqualTo(created.spanId()));
    assertThat(logged(".log", "evaluation reported"))
        .anySatisfy(line -> assertThat(field(line, "traceId")).isEqualTo(id));
    assertThat(trace.spans())
        .as("reports of workers, answered")
        .anyMatch(has("clade-valuation", "clade.valuation.v1.WorkerService/ReportEvaluation"));
  }

  @Test
  void noSpanHasANameOfBefore() throws Exception {
    String id = traced("import", TraceIT::importTable);
    await(id, span -> span.attributes().containsKey("db.system.name"));
    assertThat(SPANS)
        .allSatisfy(
            span ->
                assertThat(span.attributes())
                    .doesNotContainKeys(
                        "rpc.system",
                        "rpc.service",
                        "rpc.grpc.status_code",
                        "db.system",
                        "db.statement",
                        "db.operation",
                        "db.sql.table",
                        "db.name",
                        "db.user",
                        "db.connection_string"));
    assertThat(SPANS.stream().filter(span -> span.attributes().containsKey("db.system.name")))
        .isNotEmpty()
        .allSatisfy(
            span -> {
              assertThat(span.attributes()).containsKeys("db.query.summary", "db.namespace");
              assertThat(span.attributes().get("db.system.name")).isIn("postgresql", "redis");
              assertThat(span.name()).isEqualTo(span.attributes().get("db.query.summary"));
            });
    assertThat(SPANS.stream().map(TraceSpan::name))
        .as("calls that only wait")
        .noneMatch(name -> name.endsWith("/LeaseEvaluation") || name.endsWith("/StreamChanges"));
  }

  /** Imports a model that the catalogue does not have yet. */
  private static int importTable(MeshClient client) {
    String table = HEADER + "a/%s\t\t1\t2\t\t\t\n".formatted(UUID.randomUUID());
    try {
      long last =
          FileImport.result(
                  new FileImport(client)
                      .run(
                          "models.tsv",
                          new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)),
                          state -> {}))
              .getLastSequence();
      new LineageReader(client).await(last);
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String traced(String name, ToIntFunction<MeshClient> work) {
    AtomicReference<String> id = new AtomicReference<>();
    Tracing.record(
        name,
        RECEIVER.endpoint(),
        id::set,
        (OpenTelemetry telemetry) -> {
          try (MeshClient client = new MeshClient(mesh.mesh().endpoints(), telemetry)) {
            return work.applyAsInt(client);
          }
        });
    return id.get();
  }

  /** One root, every parent there, and no span that ends before it begins. */
  private static void assertWhole(Trace trace) {
    assertThat(trace.orphans()).isEmpty();
    assertThat(trace.tops()).singleElement().satisfies(top -> assertThat(top.isRoot()).isTrue());
    assertThat(trace.spans())
        .allSatisfy(span -> assertThat(span.endNanos()).isGreaterThanOrEqualTo(span.startNanos()));
  }

  private static Trace await(String id, Predicate<TraceSpan> wanted) throws InterruptedException {
    return awaitTrace(id, trace -> trace.isComplete() && trace.spans().stream().anyMatch(wanted));
  }

  private static Trace awaitTrace(String id, Predicate<Trace> wanted) throws InterruptedException {
    for (int i = 0; i < POLLS && !wanted.test(trace(id)); i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    Trace found = trace(id);
    assertThat(wanted.test(found)).as("%s", Waterfall.draw(found, List.of(), 150)).isTrue();
    return found;
  }

  private static Trace trace(String id) {
    return new Trace(id, SPANS.stream().filter(span -> span.traceId().equals(id)).toList());
  }

  private static long count(String id, String service, String name) {
    return trace(id).spans().stream().filter(has(service, name)).count();
  }

  private static TraceSpan only(Trace trace, String service, String name) {
    List<TraceSpan> found = trace.spans().stream().filter(has(service, name)).toList();
    assertThat(found).as("%s of %s", name, service).hasSize(1);
    return found.getFirst();
  }

  private static Predicate<TraceSpan> has(String service, String name) {
    return span -> span.service().equals(service) && span.name().equals(name);
  }

  private static void eventually(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < POLLS; i++) {
      if (condition.getAsBoolean()) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertThat(condition.getAsBoolean()).as("what was waited for").isTrue();
  }

  /** Returns the lines of logs whose message begins so. */
  private static List<JsonObject> logged(String log, String message) throws IOException {
    try (Stream<Path> logs = Files.list(mesh.logs())) {
      return logs.filter(path -> path.getFileName().toString().contains(log))
          .flatMap(path -> lines(path).stream())
          .filter(line -> line.startsWith("{"))
          .map(line -> JsonParser.parseString(line).getAsJsonObject())
          .filter(line -> line.get("message").getAsString().startsWith(message))
          .toList();
    }
  }

  private static List<String> lines(Path log) {
    try {
      return Files.readAllLines(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String field(JsonObject line, String name) {
    return line.getAsJsonObject("mdc").get(name) == null
        ? ""
        : line.getAsJsonObject("mdc").get(name).getAsString();
  }

  private static Valuation wished(ValuationRuns runs) {
    return Valuation.newBuilder()
        .setImageSet(runs.store(DrawnImages.draw(1, 5)).getName())
        .setTrainer(TrainerSpec.newBuilder().setTrainingSteps(200))
        .setReplicateCount(2)
        .build();
  }
}
