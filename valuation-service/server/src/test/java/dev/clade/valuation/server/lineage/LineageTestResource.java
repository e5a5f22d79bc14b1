package dev.clade.valuation.server.lineage;

import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;

/**
 * Serves {@link FakeLineage} and {@link FakeEmbeddings}, and tells the service under test where.
 */
public final class LineageTestResource implements QuarkusTestResourceLifecycleManager {
  private Server server;

  @Override
  public Map<String, String> start() {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try {
      server =
          NettyServerBuilder.forAddress(address)
              .addService(FakeLineage.INSTANCE)
              .addService(FakeEmbeddings.INSTANCE)
              .build()
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of(
        "clade.valuation.lineage.host",
        "127.0.0.1",
        "clade.valuation.lineage.port",
        Integer.toString(server.getPort()));
  }

  @Override
  public void stop() {
    server.shutdownNow();
  }
}
