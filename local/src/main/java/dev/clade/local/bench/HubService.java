package dev.clade.local.bench;

import dev.clade.lineage.v1.LineageServiceGrpc;
import dev.clade.lineage.v1.LineageServiceGrpc.LineageServiceStub;
import dev.clade.local.bench.hub.Hub;
import dev.clade.local.bench.hub.HubFeed;
import dev.clade.local.mesh.Service;
import dev.clade.local.mesh.StateFolder;
import dev.clade.runtime.client.CladeChannel;
import io.grpc.ManagedChannel;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The real lineage service in a process of its own, which follows a hub's feed in this one. */
public final class HubService implements AutoCloseable {
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private final HubFeed feed;
  private final Path data;
  private final BenchMesh mesh;
  private final ManagedChannel channel;

  /**
   * Starts the service and waits until it has read the feed.
   *
   * @param head how much of the feed there is at first
   */
  public HubService(Path home, Hub hub, long head) throws IOException {
    this(home, hub, head, Map.of());
  }

  /**
   * As {@link #HubService(Path, Hub, long)}.
   *
   * @param environment what the service is told beside what it needs
   */
  public HubService(Path home, Hub hub, long head, Map<String, String> environment)
      throws IOException {
    Map<String, String> all = new HashMap<>(environment);
    Path folder = Files.createTempDirectory("clade-bench-");
    data = new StateFolder(folder).folder("lineage");
    feed = new HubFeed(hub);
    feed.setHead(head);
    all.put("CLADE_INGEST_PORT", Integer.toString(feed.port()));
    try {
      mesh = new BenchMesh(home, folder, List.of(Service.LINEAGE), all);
    } catch (RuntimeException e) {
      feed.close();
      throw e;
    }
    channel =
        CladeChannel.open(
            mesh.mesh().endpoints().lineage().toString(), DEADLINE, OpenTelemetry.noop());
  }

  HubFeed feed() {
    return feed;
  }

  /** Returns the folder in which the service may keep what it has read. */
  Path data() {
    return data;
  }

  /** Returns the mesh that the service is all of. */
  public BenchMesh mesh() {
    return mesh;
  }

  /** Returns what asks without waiting for the answer. */
  LineageServiceStub asking() {
    return LineageServiceGrpc.newStub(channel);
  }

  /** Returns in words what the service may take and has taken. */
  String memory() {
    return "service: at most %s of heap; %,.0f MiB of memory at its peak"
        .formatted(Service.LINEAGE.largestHeap(), mesh.peakBytes(Service.LINEAGE) / (1 << 20));
  }

  @Override
  public void close() throws IOException {
    channel.shutdownNow();
    mesh.close();
    feed.close();
  }
}
