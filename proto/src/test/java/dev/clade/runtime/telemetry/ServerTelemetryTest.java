package dev.clade.runtime.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clade.ingest.v1.CatalogueServiceGrpc;
import dev.clade.ingest.v1.CatalogueServiceGrpc.CatalogueServiceBlockingStub;
import dev.clade.ingest.v1.GetArtifactRequest;
import dev.clade.ingest.v1.GetCatalogueStatsRequest;
import dev.clade.ingest.v1.StreamChangesRequest;
import dev.clade.runtime.client.CladeChannel;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.grpc.Fault;
import dev.clade.runtime.testing.AuditLines;
import dev.clade.runtime.testing.RedisTestResource;
import dev.clade.valuation.v1.CreateValuationRequest;
import dev.clade.valuation.v1.ValuationServiceGrpc;
import io.grpc.Context;
import io.grpc.ManagedChannel;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Spans and log lines of a real server, called by a client that is recorded by the same SDK. */
@QuarkusTest
@TestProfile(TracedProfile.class)
@QuarkusTestResource(value = RedisTestResource.class, restrictToAnnotatedClass = true)
final class ServerTelemetryTest {
  private static final int POLLS = 500;

  @TestHTTPResource URI server;
  @Inject KeptSpans spans;
  @Inject OpenTelemetry telemetry;
  @Inject Fault fault;

  @Inject LoggingRuns.Background background;

  private ManagedChannel channel;
  private CatalogueServiceBlockingStub client;

  @BeforeEach
  void connect() {
    channel = CladeChannel.open(server.getAuthority(), Duration.ofSeconds(5), telemetry);
    client = CatalogueServiceGrpc.newBlockingStub(channel);
    spans.clear();
  }

  @AfterEach
  void disconnect() {
    channel.shutdownNow();
  }

  @Test
  void aCallIsOneSpanAtTheServerBelowThatOfTheClient() throws Exception {
    traced(() -> client.getCatalogueStats(GetCatalogueStatsRequest.getDefaultInstance()));
    SpanData answered = await(SpanKind.SERVER);
    SpanData called = await(SpanKind.CLIENT);
    String method = "clade.ingest.v1.CatalogueService/GetCatalogueStats";
    for (SpanData span : List.of(answered, called)) {
      assertThat(span.getName()).isEqualTo(method);
      assertThat(texts(span.getAttributes()))
          .isEqualTo(
              Map.of(
                  "rpc.system.name", "grpc",
                  "rpc.method", method,
                  "rpc.response.status_code", "OK"));
    }
    assertThat(answered.getParentSpanId()).isEqualTo(called.getSpanId());
    assertThat(answered.getTraceId()).isEqualTo(called.getTraceId());
    assertThat(spans.all()).as("no span of HTTP beside them").hasSize(2);
  }

  @Test
  void whatTheServerDidWrongIsAnErrorAndWhatTheCallerDidWrongIsNone() throws Exception {
    fault.set(new IllegalStateException());
    traced(
        () ->
            assertThatThrownBy(() -> client.getArtifact(GetArtifactRequest.getDefaultInstance())));
    SpanData broken = await(SpanKind.SERVER);
    assertThat(texts(broken.getAttributes()))
        .containsEntry("rpc.response.status_code", "INTERNAL")
        .containsEntry("error.type", "INTERNAL");
    assertThat(broken.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);

    spans.clear();
    fault.set(new CladeException(Reason.FIELD_REQUIRED, "a sentence", Map.of("field", "name")));
    traced(
        () ->
            assertThatThrownBy(() -> client.getArtifact(GetArtifactRequest.getDefaultInstance())));
    SpanData refused = await(SpanKind.SERVER);
    assertThat(texts(refused.getAttributes()))
        .containsEntry("rpc.response.status_code", "INVALID_ARGUMENT")
        .doesNotContainKey("error.type");
    assertThat(refused.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
  }

  @Test
  void aStreamThatItsClientLeavesEndsItsSpan() throws Exception {
    Context.CancellableContext caller = Context.current().withCancellation();
    traced(() -> follow(caller));
    TimeUnit.MILLISECONDS.sleep(200);
    caller.cancel(null);
    assertThat(texts(await(SpanKind.SERVER).getAttributes()))
        .containsEntry("rpc.response.status_code", "CANCELLED");
  }

  @Test
  void questionsThatAProcessAsksByItselfAreInNoTrace() throws Exception {
    client.getCatalogueStats(GetCatalogueStatsRequest.getDefaultInstance());
    traced(() -> client.getCatalogueStats(GetCatalogueStatsRequest.getDefaultInstance()));
    await(SpanKind.SERVER);
    assertThat(spans.all()).hasSize(2);
  }

  @Test
  void commandsOfRedisHaveTheNamesOfDatabases() throws Exception {
    start(UUID.randomUUID().toString());
    background.tasks.clear();
    SpanData answered = await(SpanKind.SERVER);
    SpanData command =
        spans.all().stream().filter(span -> span.getName().equals("set")).findFirst().orElseThrow();
    assertThat(command.getParentSpanId()).isEqualTo(answered.getSpanId());
    assertThat(texts(command.getAttributes()))
        .containsEntry("db.system.name", "redis")
        .containsEntry("db.namespace", "0")
        .containsEntry("db.operation.name", "set")
        .containsEntry("db.query.summary", "set")
        .containsKeys("server.address", "server.port")
        .doesNotContainKeys("db.system", "db.operation", "db.connection_string");
  }

  @Test
  void linesTellTheirCallBehindTimersAndInTheBackground() throws Exception {
    String requestId = UUID.randomUUID().toString();
    try (KeptLog log = KeptLog.of(LoggingRuns.class)) {
      start(requestId);
      SpanData answered = await(SpanKind.SERVER);
      for (String text : List.of("in the call", "behind a timer")) {
        assertThat(log.fields(text))
            .containsEntry("traceId", answered.getTraceId())
            .containsEntry("spanId", answered.getSpanId())
            .containsEntry("requestId", requestId);
      }
      Thread worker = Thread.ofPlatform().start(background.tasks.take());
      worker.join();
      SpanData done = await(SpanKind.CONSUMER);
      assertThat(done.getParentSpanId()).isEqualTo(answered.getSpanId());
      assertThat(log.fields("in the background"))
          .containsEntry("traceId", answered.getTraceId())
          .containsEntry("spanId", done.getSpanId())
          .containsEntry("requestId", requestId);
      assertThat(log.fields("afterwards")).doesNotContainKeys("traceId", "spanId", "requestId");
    }
  }

  @Test
  void aLineOfTheAuditTellsItsTraceAndItsRequest() throws Exception {
    String requestId = UUID.randomUUID().toString();
    try (AuditLines audit = new AuditLines()) {
      start(requestId);
      background.tasks.clear();
      JsonObject line = audit.next();
      assertThat(line.getString("traceId")).isEqualTo(await(SpanKind.SERVER).getTraceId());
      assertThat(line.getJsonObject("request").getString("request_id")).isEqualTo(requestId);
    }
  }

  @Test
  void whatIsNoRequestIdIsNotWrittenToTheLog() throws Exception {
    try (KeptLog log = KeptLog.of(LoggingRuns.class)) {
      start("x\n2026-01-01 ERROR forged");
      await(SpanKind.SERVER);
      assertThat(log.fields("in the call")).doesNotContainKey("requestId");
      background.tasks.clear();
    }
  }

  private boolean follow(Context.CancellableContext caller) {
    caller.run(
        () ->
            CatalogueServiceGrpc.newStub(channel)
                .streamChanges(
                    StreamChangesRequest.newBuilder().setAfterSequence(1).build(),
                    new IgnoringObserver<>()));
    return true;
  }

  private void start(String requestId) {
    traced(
        () ->
            ValuationServiceGrpc.newBlockingStub(channel)
                .createValuation(
                    CreateValuationRequest.newBuilder().setRequestId(requestId).build()));
  }

  /** Calls inside of a span, as every client does that belongs to a trace. */
  private void traced(Supplier<?> calls) {
    Span root = telemetry.getTracer("test").spanBuilder("a client's own").startSpan();
    try (Scope scope = root.makeCurrent()) {
      var _ = calls.get();
    }
  }

  /** A span ends behind the answer. */
  private SpanData await(SpanKind kind) throws InterruptedException {
    for (int i = 0; i < POLLS; i++) {
      Optional<SpanData> found =
          spans.all().stream().filter(span -> span.getKind() == kind).findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    throw new AssertionError("no span of " + kind + " in " + spans.all());
  }

  private static Map<String, String> texts(Attributes attributes) {
    return attributes.asMap().entrySet().stream()
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().getKey(), entry -> entry.getValue().toString()));
  }

  /** A client that does not look at what it gets. */
  private static final class IgnoringObserver<T> implements StreamObserver<T> {
    @Override
    public void onNext(T value) {}

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onCompleted() {}
  }
}
