package dev.clade.lineage.server.testing;

import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Runs one {@link FakeCatalogue} for all tests and gives it to their fields. */
public final class CatalogueResource implements QuarkusTestResourceLifecycleManager {
  private final FakeCatalogue catalogue = new FakeCatalogue();
  private final FakeActivity activity = new FakeActivity();
  private Server server;
  private int port;

  @Override
  public Map<String, String> start() {
    listen(0);
    port = server.getPort();
    return Map.of(
        "clade.lineage.catalogue.port", Integer.toString(port),
        "clade.lineage.feed.first-pause", "10ms",
        "clade.lineage.feed.longest-pause", "50ms",
        "clade.lineage.feed.rebuild-pause", "10ms",
        "clade.lineage.checkpoint.folder", temporaryFolder());
  }

  /** Stops listening, as a process that ends does. */
  public void goDown() {
    server.shutdownNow();
  }

  /** Listens again where it did before. */
  public void comeUp() {
    listen(port);
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(CatalogueResource.class));
    injector.injectIntoFields(catalogue, new TestInjector.MatchesType(FakeCatalogue.class));
    injector.injectIntoFields(activity, new TestInjector.MatchesType(FakeActivity.class));
  }

  @Override
  public void stop() {
    server.shutdownNow();
  }

  /** Checkpoints of one run of the tests are not for the next. */
  private static String temporaryFolder() {
    try {
      Path folder = Files.createTempDirectory("checkpoint");
      folder.toFile().deleteOnExit();
      return folder.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void listen(int wanted) {
    try {
      server =
          NettyServerBuilder.forAddress(
                  new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted))
              .addService(catalogue)
              .addService(activity)
              .build()
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException("the fake catalogue did not start", e);
    }
  }
}
