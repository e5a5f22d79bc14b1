package dev.clade.runtime.drain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.util.concurrent.ListenableFuture;
import dev.clade.lineage.v1.GetPositionRequest;
import dev.clade.lineage.v1.LineageServiceGrpc;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import grpc.health.v1.HealthGrpc;
import grpc.health.v1.HealthOuterClass.HealthCheckRequest;
import grpc.health.v1.HealthOuterClass.HealthCheckResponse.ServingStatus;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A server of its own that is told of its end, as Quarkus does at SIGTERM, and goes on running. */
@QuarkusTest
@TestProfile(DrainTest.OwnServer.class)
final class DrainTest {
  @TestHTTPResource URI server;
  @Inject Drain drain;
  @Inject Event<ShutdownDelayInitiatedEvent> signal;

  @Test
  void whoWaitsIsToldToAskElsewhereAndWhoWorksIsLeftToEnd() throws Exception {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress(server.getHost(), server.getPort()).usePlaintext().build();
    try {
      HealthGrpc.HealthBlockingStub health = HealthGrpc.newBlockingStub(channel);
      assertThat(status(health, "")).isEqualTo(ServingStatus.SERVING);
      ListenableFuture<?> inFlight =
          LineageServiceGrpc.newFutureStub(channel)
              .getPosition(GetPositionRequest.getDefaultInstance());
      CompletableFuture<Object> waiting =
          drain.unlessBegun(Uni.createFrom().nothing()).subscribeAsCompletionStage();
      CountDownLatch leftConnection = new CountDownLatch(1);
      channel.notifyWhenStateChanged(ConnectivityState.READY, leftConnection::countDown);
      assertThat(drain.hasBegun()).isFalse();
      assertThat(waiting).isNotDone();

      signal.fire(new ShutdownDelayInitiatedEvent());

      assertThat(drain.hasBegun()).isTrue();
      assertNotReady(waiting);
      assertThat(drain.waiting()).isZero();
      assertNotReady(drain.unlessBegun(Uni.createFrom().nothing()).subscribeAsCompletionStage());
      assertThat(leftConnection.await(10, TimeUnit.SECONDS)).as("told to go away").isTrue();
      assertThat(status(health, "")).isEqualTo(ServingStatus.NOT_SERVING);
      assertThat(status(health, LineageServiceGrpc.SERVICE_NAME))
          .isEqualTo(ServingStatus.NOT_SERVING);
      assertThat(inFlight.isDone()).as("a call in flight goes on").isFalse();
    } finally {
      channel.shutdownNow();
    }
  }

  private static void assertNotReady(CompletableFuture<?> waiting) {
    assertThatExceptionOfType(Exception.class)
        .isThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
        .satisfies(
            thrown ->
                assertThat(thrown.getCause())
                    .isInstanceOfSatisfying(
                        CladeException.class,
                        told -> assertThat(told.reason()).isEqualTo(Reason.NOT_READY)));
  }

  private static ServingStatus status(HealthGrpc.HealthBlockingStub health, String service) {
    return health.check(HealthCheckRequest.newBuilder().setService(service).build()).getStatus();
  }

  /** Has no other tests that would miss the server. */
  public static final class OwnServer implements QuarkusTestProfile {}
}
