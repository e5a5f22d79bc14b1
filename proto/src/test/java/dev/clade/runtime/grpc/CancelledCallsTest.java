package dev.clade.runtime.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.ingest.v1.CatalogueServiceGrpc;
import dev.clade.ingest.v1.GetCatalogueStatsRequest;
import dev.clade.ingest.v1.GetCatalogueStatsResponse;
import dev.clade.runtime.error.Reason;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.SocketAddress;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * Calls that their clients give up, as they do at each deadline that passes: HTTP/2 resets them,
 * and a server that takes many resets for an attack closes the connection, with all calls on it.
 */
@QuarkusTest
final class CancelledCallsTest {
  /** Three times what the HTTP server takes in half a minute unless it is told otherwise. */
  private static final int CALLS = 600;

  private static final int PAUSES = 100;
  private static final long PAUSE_NANOS = 20_000;

  @TestHTTPResource URI server;

  @Test
  void aConnectionOutlivesManyCallsThatAreGivenUp() throws Exception {
    assertOutlives(CallOptions.DEFAULT);
  }

  @Test
  void aConnectionOutlivesRefusedCallsThatAreGivenUp() throws Exception {
    assertOutlives(CallOptions.DEFAULT.withCompression("gzip"));
  }

  private void assertOutlives(CallOptions options) throws Exception {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress(server.getHost(), server.getPort())
            .usePlaintext()
            .disableRetry()
            .build();
    try {
      Set<SocketAddress> connections = new HashSet<>();
      connections.add(connection(channel, CallOptions.DEFAULT, 0, false));
      for (int call = 0; call < CALLS; call++) {
        // Before the request, within it, within the answer, and behind it.
        SocketAddress own = connection(channel, options, call % PAUSES * PAUSE_NANOS, true);
        if (own != null) {
          connections.add(own);
        }
      }
      connections.add(connection(channel, CallOptions.DEFAULT, 0, false));

      assertThat(connections).hasSize(1);
    } finally {
      channel.shutdownNow();
    }
  }

  /** Makes a call, gives it up or not, and returns which connection it had, if it had one. */
  private static SocketAddress connection(
      ManagedChannel channel, CallOptions options, long pauseNanos, boolean giveUp)
      throws Exception {
    CompletableFuture<Status> end = new CompletableFuture<>();
    ClientCall<GetCatalogueStatsRequest, GetCatalogueStatsResponse> call =
        channel.newCall(CatalogueServiceGrpc.getGetCatalogueStatsMethod(), options);
    call.start(
        new ClientCall.Listener<>() {
          @Override
          public void onClose(Status status, Metadata trailers) {
            end.complete(status);
          }
        },
        new Metadata());
    call.request(2);
    call.sendMessage(GetCatalogueStatsRequest.getDefaultInstance());
    call.halfClose();
    if (giveUp) {
      LockSupport.parkNanos(pauseNanos);
      call.cancel("given up", null);
    }
    assertThat(end.get().getCode())
        .as(end.get().toString())
        .isIn(Status.Code.OK, Status.Code.CANCELLED, Reason.ENCODING_UNSUPPORTED.code());
    return call.getAttributes().get(Grpc.TRANSPORT_ATTR_LOCAL_ADDR);
  }
}
