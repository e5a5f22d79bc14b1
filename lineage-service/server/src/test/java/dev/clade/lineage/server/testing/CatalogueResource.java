package dev.clade.lineage.server.testing;

import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;

/** Runs one {@link FakeCatalogue} for all tests and gives it to their fields. */
public final class CatalogueResource implements QuarkusTestResourceLifecycleManager {
  private final FakeCatalogue catalogue = new FakeCatalogue();
  private Server server;

  @Override
  public Map<String, String> start() {
    try {
      server =
          NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
              .addService(catalogue)
              .build()
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException("the fake catalogue did not start", e);
    }
    return Map.of(
        "quarkus.grpc.clients.ingest.test-port", Integer.toString(server.getPort()),
        "clade.lineage.feed.first-pause", "10ms",
        "clade.lineage.feed.longest-pause", "50ms",
        "clade.lineage.feed.rebuild-pause", "10ms");
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(catalogue, new TestInjector.MatchesType(FakeCatalogue.class));
  }

  @Override
  public void stop() {
    server.shutdownNow();
  }
}
