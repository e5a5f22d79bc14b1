package dev.clade.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clade.ingest.v1.CatalogueServiceGrpc;
import dev.clade.ingest.v1.GetArtifactRequest;
import dev.clade.ingest.v1.GetArtifactResponse;
import dev.clade.ingest.v1.StreamChangesRequest;
import dev.clade.ingest.v1.StreamChangesResponse;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.ErrorStatus;
import dev.clade.runtime.error.Reason;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The channel against a real server that answers as each test scripts it. */
final class CladeChannelTest {
  @RegisterExtension
  static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

  private final Script script = new Script();
  private final Queue<Metadata> received = new ConcurrentLinkedQueue<>();
  private Server server;
  private ManagedChannel channel;
  private CatalogueServiceGrpc.CatalogueServiceBlockingStub client;

  @BeforeEach
  void connect() throws IOException {
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(script)
            .intercept(new HeaderRecorder(received))
            .build()
            .start();
    channel =
        CladeChannel.open(
            "localhost:" + server.getPort(), Duration.ofSeconds(5), TELEMETRY.getOpenTelemetry());
    client = CatalogueServiceGrpc.newBlockingStub(channel);
  }

  @AfterEach
  void disconnect() {
    channel.shutdownNow();
    server.shutdownNow();
  }

  @Test
  void unavailableIsRetried() {
    script.failures.add(Status.UNAVAILABLE.asRuntimeException());
    script.failures.add(
        ErrorStatus.toStatus(
            new CladeException(Reason.DATABASE_UNAVAILABLE, "try again", Map.of())));
    client.getArtifact(GetArtifactRequest.getDefaultInstance());
    assertThat(received).hasSize(3);
  }

  @Test
  void retriesEnd() {
    for (int failure = 0; failure < 10; failure++) {
      script.failures.add(Status.UNAVAILABLE.asRuntimeException());
    }
    assertFailsWith(Reason.DEPENDENCY_UNAVAILABLE);
    assertThat(received).hasSize(4);
  }

  @Test
  void otherFailuresAreNotRetriedAndComeBackTyped() {
    script.failures.add(
        ErrorStatus.toStatus(CladeException.notFound(Reason.ARTIFACT_NOT_FOUND, "models/none")));
    assertThat(assertFailsWith(Reason.ARTIFACT_NOT_FOUND).metadata())
        .containsEntry("resource", "models/none");
    assertThat(received).hasSize(1);
  }

  @Test
  void bareStatusesGetAReasonThatFits() {
    script.failures.add(Status.DATA_LOSS.withDescription("disk").asRuntimeException());
    assertFailsWith(Reason.INTERNAL);
    script.failures.add(Status.UNIMPLEMENTED.asRuntimeException());
    assertFailsWith(Reason.METHOD_UNIMPLEMENTED);
    script.failures.add(Status.CANCELLED.asRuntimeException());
    assertFailsWith(Reason.CALL_CANCELLED);
  }

  @Test
  void nobodyListeningIsADependencyThatIsUnavailable() {
    server.shutdownNow();
    assertFailsWith(Reason.DEPENDENCY_UNAVAILABLE);
  }

  @Test
  void unaryCallsHaveADeadlineAndStreamsHaveNone() {
    Metadata.Key<String> timeout =
        Metadata.Key.of("grpc-timeout", Metadata.ASCII_STRING_MARSHALLER);
    client.getArtifact(GetArtifactRequest.getDefaultInstance());
    assertThat(received.remove().containsKey(timeout)).isTrue();
    client.streamChanges(StreamChangesRequest.getDefaultInstance()).forEachRemaining(_ -> {});
    assertThat(received.remove().containsKey(timeout)).isFalse();
  }

  @Test
  void aSpanIsRecordedAndTheTraceGoesAlong() {
    client.getArtifact(GetArtifactRequest.getDefaultInstance());
    SpanData span = TELEMETRY.getSpans().getFirst();
    assertThat(span.getName()).isEqualTo("clade.ingest.v1.CatalogueService/GetArtifact");
    assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
    assertThat(span.getAttributes().asMap())
        .containsEntry(AttributeKey.stringKey("rpc.system.name"), "grpc")
        .containsEntry(AttributeKey.stringKey("rpc.method"), span.getName())
        .containsEntry(AttributeKey.stringKey("rpc.response.status_code"), "OK");
    assertThat(
            received.remove().get(Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER)))
        .isEqualTo("00-%s-%s-01", span.getTraceId(), span.getSpanId());
  }

  @Test
  void theSpanOfAFailureSaysSo() {
    script.failures.add(Status.NOT_FOUND.asRuntimeException());
    assertFailsWith(Reason.INTERNAL);
    SpanData span = TELEMETRY.getSpans().getFirst();
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span.getAttributes().get(AttributeKey.stringKey("error.type")))
        .isEqualTo("NOT_FOUND");
  }

  private CladeException assertFailsWith(Reason reason) {
    CladeException[] failure = new CladeException[1];
    assertThatExceptionOfType(CladeException.class)
        .isThrownBy(
            () ->
                TypedErrors.call(() -> client.getArtifact(GetArtifactRequest.getDefaultInstance())))
        .satisfies(
            thrown -> {
              assertThat(thrown.reason()).isEqualTo(reason);
              failure[0] = thrown;
            });
    return failure[0];
  }

  /**
   * Fails as often as it has failures, then answers. Bound by hand: Quarkus would take a subclass
   * of the generated base for the application's own service.
   */
  private static final class Script extends CatalogueServiceGrpc.CatalogueServiceImplBase {
    private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();

    @Override
    public void streamChanges(
        StreamChangesRequest request, StreamObserver<StreamChangesResponse> answer) {
      answer.onCompleted();
    }

    @Override
    public void getArtifact(
        GetArtifactRequest request, StreamObserver<GetArtifactResponse> answer) {
      RuntimeException failure = failures.poll();
      if (failure == null) {
        answer.onNext(GetArtifactResponse.getDefaultInstance());
        answer.onCompleted();
      } else {
        answer.onError(failure);
      }
    }
  }

  /** Keeps the headers of every attempt. */
  private record HeaderRecorder(Queue<Metadata> received) implements ServerInterceptor {
    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
      received.add(headers);
      return next.startCall(call, headers);
    }
  }
}
