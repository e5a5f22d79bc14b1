package dev.clade.runtime.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clade.ingest.v1.CatalogueServiceGrpc;
import dev.clade.ingest.v1.GetCatalogueStatsRequest;
import dev.clade.runtime.error.ErrorStatus;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.testing.RawBytes;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a client gets for messages that are too large, too deep or no messages: the transport
 * refuses them before anything of Clade's is asked, so there is a code and no reason. For
 * compressed ones and for methods that are not there it has no answer that serves, so Clade gives
 * it.
 */
@QuarkusTest
final class HostileMessagesTest {
  /** Begin and end of a group with the number 15, which no message of Clade's has. */
  private static final byte GROUP = 0x7b;

  private static final byte GROUP_END = 0x7c;

  /** What protobuf-java goes down into, and no further. */
  private static final int DEEPEST = 100;

  private static final int LARGEST = 1024 * 1024;

  private static final String STATS =
      CatalogueServiceGrpc.getGetCatalogueStatsMethod().getFullMethodName();

  @TestHTTPResource URI server;
  @Inject Vertx vertx;

  private ManagedChannel channel;

  @BeforeEach
  void connect() {
    channel =
        NettyChannelBuilder.forAddress(server.getHost(), server.getPort()).usePlaintext().build();
  }

  @AfterEach
  void theServerAnswersAsBefore() {
    CatalogueServiceGrpc.newBlockingStub(channel)
        .getCatalogueStats(GetCatalogueStatsRequest.getDefaultInstance());
    channel.shutdownNow();
  }

  @Test
  void nestingHasAnEnd() {
    send(nested(DEEPEST));
    assertRefused(nested(DEEPEST + 1), Status.Code.INTERNAL);
    assertRefused(nested(LARGEST / 2), Status.Code.INTERNAL);
  }

  @Test
  void whatIsTooLargeIsRefusedUnread() {
    assertRefused(new byte[LARGEST + 1], Status.Code.RESOURCE_EXHAUSTED);
  }

  @Test
  void whatIsNoMessageIsRefused() {
    assertRefused(new byte[] {GROUP_END}, Status.Code.INTERNAL);
    assertRefused(new byte[] {(byte) 0xff}, Status.Code.INTERNAL);
  }

  @Test
  void compressedMessagesAreRefusedUnread() {
    assertThatExceptionOfType(StatusRuntimeException.class)
        .isThrownBy(() -> send(stats(), CallOptions.DEFAULT.withCompression("gzip"), new byte[0]))
        .satisfies(refused -> assertReason(refused, Reason.ENCODING_UNSUPPORTED));
  }

  @Test
  void aMessageThatIsMarkedAsCompressedWithoutSayingHowIsAnsweredAllTheSame() {
    byte[] marked = {1, 0, 0, 0, 2, GROUP, GROUP_END};

    HttpClientResponse answer =
        vertx
            .createHttpClient(
                new HttpClientOptions()
                    .setProtocolVersion(HttpVersion.HTTP_2)
                    .setHttp2ClearTextUpgrade(false))
            .request(HttpMethod.POST, server.getPort(), server.getHost(), "/" + STATS)
            .compose(
                request ->
                    request
                        .putHeader("content-type", "application/grpc")
                        .putHeader("te", "trailers")
                        .send(Buffer.buffer(marked)))
            .compose(response -> response.end().map(response))
            .toCompletionStage()
            .toCompletableFuture()
            .join();

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.getTrailer("grpc-status")).isEqualTo("0");
  }

  @Test
  void aMethodThatIsNotThereIsUnimplemented() {
    for (String name :
        List.of("clade.ingest.v1.CatalogueService/Nothing", "nothing.v1.Nothing/A")) {
      assertThatExceptionOfType(StatusRuntimeException.class)
          .isThrownBy(
              () ->
                  send(
                      stats().toBuilder().setFullMethodName(name).build(),
                      CallOptions.DEFAULT,
                      new byte[0]))
          .satisfies(refused -> assertReason(refused, Reason.METHOD_UNIMPLEMENTED));
    }
  }

  private static void assertReason(StatusRuntimeException refused, Reason reason) {
    assertThat(refused.getStatus().getCode()).isEqualTo(reason.code());
    assertThat(ErrorStatus.fromStatus(refused))
        .hasValueSatisfying(told -> assertThat(told.reason()).isEqualTo(reason));
  }

  private static byte[] nested(int depth) {
    byte[] message = new byte[2 * depth];
    Arrays.fill(message, 0, depth, GROUP);
    Arrays.fill(message, depth, 2 * depth, GROUP_END);
    return message;
  }

  private void assertRefused(byte[] message, Status.Code code) {
    assertThatExceptionOfType(StatusRuntimeException.class)
        .isThrownBy(() -> send(message))
        .satisfies(
            refused -> {
              assertThat(refused.getStatus().getCode()).isEqualTo(code);
              // What gRPC's client says of a reset stream is its own.
              assertThat(String.valueOf(refused.getStatus().getDescription()))
                  .doesNotContain("rotobuf", "Exception", "dev.clade");
            });
  }

  private void send(byte[] message) {
    send(stats(), CallOptions.DEFAULT, message);
  }

  private void send(MethodDescriptor<byte[], byte[]> method, CallOptions options, byte[] message) {
    ClientCalls.blockingUnaryCall(channel, method, options, message);
  }

  private static MethodDescriptor<byte[], byte[]> stats() {
    return CatalogueServiceGrpc.getGetCatalogueStatsMethod().toBuilder(RawBytes.IT, RawBytes.IT)
        .build();
  }
}
