package dev.clade.local.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.hub.v1.Artifact;
import dev.clade.ingest.v1.CatalogueServiceGrpc;
import dev.clade.ingest.v1.GetArtifactRequest;
import dev.clade.ingest.v1.GetArtifactResponse;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counts the answers of a server that errs for some names. */
final class CountedCallsTest {
  private static final int CALLS = 1_000;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private Server server;
  private List<ManagedChannel> connections;

  @BeforeEach
  void start() throws Exception {
    // One that may answer any number of times, for a client that expects one answer.
    MethodDescriptor<GetArtifactRequest, GetArtifactResponse> method =
        CatalogueServiceGrpc.getGetArtifactMethod().toBuilder()
            .setType(MethodDescriptor.MethodType.SERVER_STREAMING)
            .setSchemaDescriptor(null)
            .build();
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(
                ServerServiceDefinition.builder(CatalogueServiceGrpc.SERVICE_NAME)
                    .addMethod(
                        method, ServerCalls.asyncServerStreamingCall(CountedCallsTest::answer))
                    .build())
            .build()
            .start();
    connections = List.of(connect(), connect());
  }

  @AfterEach
  void stop() {
    connections.forEach(ManagedChannel::shutdownNow);
    server.shutdownNow();
  }

  @Test
  void everyCallThatIsAnsweredIsCountedOnce() throws Exception {
    Tally tally = ask(number -> "models/good/" + number);

    assertThat(tally.asked()).isEqualTo(CALLS);
    assertThat(tally.right()).isEqualTo(CALLS);
    assertThat(tally.isWhole()).isTrue();
    assertThat(tally.latencies().count()).isEqualTo(CALLS);
  }

  @Test
  void whatIsAnsweredTwiceWronglyOrNotIsToldApart() throws Exception {
    Tally tally =
        ask(
            number ->
                switch (number) {
                  case 1, 2, 3 -> "twice/" + number;
                  case 4, 5 -> "wrong/" + number;
                  case 6 -> "empty";
                  case 7 -> "failing";
                  default -> "models/good/" + number;
                });

    assertThat(tally.isWhole()).isFalse();
    assertThat(tally.asked()).isEqualTo(CALLS);
    assertThat(tally.right()).isEqualTo(CALLS - 7);
    assertThat(tally.repeated()).isEqualTo(3);
    assertThat(tally.wrong()).isEqualTo(2);
    assertThat(tally.missing()).isEqualTo(1);
    assertThat(tally.failed()).isEqualTo(Map.of(Status.Code.ABORTED, 1L));
    assertThat(tally)
        .hasToString(
            "1,000 calls: 993 answered once, 1 not at all, 3 more than once, 2 wrongly,"
                + " {ABORTED=1} failed, first with "
                + tally.firstFailure());
    assertThat(tally.firstFailure()).contains("code=ABORTED");
  }

  @Test
  void whatIsNeverAnsweredIsKnownByItsDeadline() throws Exception {
    Tally tally =
        new CountedCalls<>(
                Questions.artifact(_ -> "silent"), connections, 1, Duration.ofMillis(100))
            .run(number -> number < 2);

    assertThat(tally.isWhole()).isFalse();
    assertThat(tally.failed()).isEqualTo(Map.of(Status.Code.DEADLINE_EXCEEDED, 2L));
  }

  private Tally ask(IntFunction<String> names) throws Exception {
    return new CountedCalls<>(Questions.artifact(names), connections, 8, PATIENCE)
        .run(number -> number < CALLS);
  }

  private static void answer(
      GetArtifactRequest question, StreamObserver<GetArtifactResponse> client) {
    String name = question.getName();
    switch (name.substring(0, name.contains("/") ? name.indexOf('/') : name.length())) {
      case "twice" -> {
        client.onNext(named(name));
        client.onNext(named(name));
        client.onCompleted();
      }
      case "wrong" -> {
        client.onNext(named("models/another"));
        client.onCompleted();
      }
      case "empty" -> client.onCompleted();
      case "failing" -> client.onError(Status.ABORTED.asException());
      case "silent" -> {}
      default -> {
        client.onNext(named(name));
        client.onCompleted();
      }
    }
  }

  private static GetArtifactResponse named(String name) {
    return GetArtifactResponse.newBuilder()
        .setArtifact(Artifact.newBuilder().setName(name))
        .build();
  }

  private ManagedChannel connect() {
    return NettyChannelBuilder.forAddress("localhost", server.getPort()).usePlaintext().build();
  }
}
