package dev.clade.runtime.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clade.ingest.v1.CatalogueServiceGrpc;
import dev.clade.ingest.v1.GetCatalogueStatsRequest;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a client gets for messages that are too large, too deep or no messages: the transport
 * refuses them before anything of Clade's is asked, so there is a code and no reason.
 */
@QuarkusTest
final class HostileMessagesTest {
  /** Begin and end of a group with the number 15, which no message of Clade's has. */
  private static final byte GROUP = 0x7b;

  private static final byte GROUP_END = 0x7c;

  /** What protobuf-java goes down into, and no further. */
  private static final int DEEPEST = 100;

  private static final int LARGEST = 1024 * 1024;

  @TestHTTPResource URI server;

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
    ClientCalls.blockingUnaryCall(
        channel,
        CatalogueServiceGrpc.getGetCatalogueStatsMethod().toBuilder(Bytes.IT, Bytes.IT).build(),
        CallOptions.DEFAULT,
        message);
  }

  /** Sends bytes as they are. */
  private enum Bytes implements MethodDescriptor.Marshaller<byte[]> {
    IT;

    @Override
    public InputStream stream(byte[] message) {
      return new ByteArrayInputStream(message);
    }

    @Override
    public byte[] parse(InputStream answer) {
      return new byte[0];
    }
  }
}
