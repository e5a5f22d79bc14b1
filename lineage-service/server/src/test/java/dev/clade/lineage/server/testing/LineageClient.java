package dev.clade.lineage.server.testing;

import dev.clade.lineage.v1.LineageServiceGrpc;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.ErrorStatus;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import java.net.URL;

/** A caller of the server under test, over a connection of its own. */
public final class LineageClient implements AutoCloseable {
  private final ManagedChannel channel;

  /** Creates a client of the server at an address. */
  public LineageClient(URL server) {
    channel =
        NettyChannelBuilder.forAddress(server.getHost(), server.getPort()).usePlaintext().build();
  }

  /** Returns a stub that waits for answers. */
  public LineageServiceGrpc.LineageServiceBlockingStub stub() {
    return LineageServiceGrpc.newBlockingStub(channel);
  }

  /** Returns the channel, for other services of the server. */
  public ManagedChannel channel() {
    return channel;
  }

  /** Returns the catalogued failure that a call ended with. */
  public static CladeException failure(Throwable thrown) {
    return ErrorStatus.fromStatus(thrown)
        .orElseThrow(() -> new AssertionError("no catalogued failure", thrown));
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
