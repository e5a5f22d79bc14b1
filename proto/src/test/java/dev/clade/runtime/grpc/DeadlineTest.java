package dev.clade.runtime.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.util.concurrent.ListenableFuture;
import dev.clade.ingest.v1.CatalogueServiceGrpc;
import dev.clade.ingest.v1.StreamChangesRequest;
import dev.clade.lineage.v1.GetLineageRequest;
import dev.clade.lineage.v1.GetPositionRequest;
import dev.clade.lineage.v1.GetPositionResponse;
import dev.clade.lineage.v1.LineageServiceGrpc;
import dev.clade.runtime.client.CladeChannel;
import dev.clade.runtime.client.TypedErrors;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.ErrorStatus;
import dev.clade.runtime.error.Reason;
import io.grpc.Context;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.grpc.GlobalInterceptor;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
final class DeadlineTest {
  @TestHTTPResource URI server;
  @Inject WaitingLineage.Observations observations;
  @Inject @GlobalInterceptor DeadlineInterceptor deadlines;

  private ManagedChannel channel;

  @BeforeEach
  void connect() {
    channel = CladeChannel.open(server.getAuthority(), Duration.ofSeconds(2), OpenTelemetry.noop());
    LineageServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(Duration.ofMinutes(1))
        .getLineage(GetLineageRequest.getDefaultInstance());
    observations.events.clear();
  }

  @AfterEach
  void disconnect() {
    channel.shutdownNow();
  }

  /** The call that was made before has a minute left. */
  @Test
  void aCallThatHasEndedIsNotKeptUntilItsDeadline() throws InterruptedException {
    while (deadlines.waiting() > 0) {
      Thread.sleep(10);
    }
  }

  @Test
  void theHandlerSeesTheDeadlineAndHearsWhenItPasses() throws Exception {
    assertThatExceptionOfType(CladeException.class)
        .isThrownBy(
            () ->
                TypedErrors.call(
                    () ->
                        LineageServiceGrpc.newBlockingStub(channel)
                            .getPosition(GetPositionRequest.getDefaultInstance())))
        .satisfies(thrown -> assertThat(thrown.reason()).isEqualTo(Reason.DEADLINE_EXCEEDED));
    assertThat(nextEvent()).isEqualTo("deadline");
    assertThat(nextEvent()).isEqualTo("cancelled");
  }

  /** A client that announces a deadline and then goes silent, as one behind a broken network. */
  @Test
  void theServerEndsTheCallByItself() throws Exception {
    ManagedChannel silent =
        NettyChannelBuilder.forAddress(server.getHost(), server.getPort())
            .usePlaintext()
            .intercept(MetadataUtils.newAttachHeadersInterceptor(announcing("300m")))
            .build();
    try {
      ListenableFuture<GetPositionResponse> answer =
          LineageServiceGrpc.newFutureStub(silent)
              .getPosition(GetPositionRequest.getDefaultInstance());
      assertThat(nextEvent()).isEqualTo("deadline");
      assertThat(nextEvent()).isEqualTo("cancelled");
      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(() -> answer.get(10, TimeUnit.SECONDS))
          .satisfies(
              thrown ->
                  assertThat(ErrorStatus.fromStatus(thrown.getCause()).orElseThrow().reason())
                      .isEqualTo(Reason.DEADLINE_EXCEEDED));
    } finally {
      silent.shutdownNow();
    }
  }

  @Test
  void theHandlerHearsThatItsClientCancelled() throws Exception {
    ListenableFuture<GetPositionResponse> answer =
        LineageServiceGrpc.newFutureStub(channel)
            .withDeadlineAfter(Duration.ofMinutes(1))
            .getPosition(GetPositionRequest.getDefaultInstance());
    assertThat(nextEvent()).isEqualTo("deadline");
    answer.cancel(true);
    assertThat(nextEvent()).isEqualTo("cancelled");
  }

  @Test
  void aStreamIsCancelledWithItsClient() throws Exception {
    Context.CancellableContext caller = Context.current().withCancellation();
    caller.run(
        () ->
            CatalogueServiceGrpc.newStub(channel)
                .streamChanges(
                    StreamChangesRequest.newBuilder().setAfterSequence(1).build(),
                    new IgnoringObserver<>()));
    assertThat(nextEvent()).isEqualTo("streaming");
    caller.cancel(null);
    assertThat(nextEvent()).isEqualTo("cancelled");
  }

  @Test
  void aStreamIsCancelledWhenItsDeadlinePasses() throws Exception {
    CatalogueServiceGrpc.newStub(channel)
        .withDeadlineAfter(Duration.ofSeconds(2))
        .streamChanges(
            StreamChangesRequest.newBuilder().setAfterSequence(1).build(),
            new IgnoringObserver<>());
    assertThat(nextEvent()).isEqualTo("streaming");
    assertThat(nextEvent()).isEqualTo("cancelled");
  }

  private String nextEvent() throws InterruptedException {
    return observations.events.poll(10, TimeUnit.SECONDS);
  }

  private static Metadata announcing(String timeout) {
    Metadata headers = new Metadata();
    headers.put(Metadata.Key.of("grpc-timeout", Metadata.ASCII_STRING_MARSHALLER), timeout);
    return headers;
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
