package dev.clade.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.longrunning.ListOperationsRequest;
import com.google.longrunning.Operation;
import dev.clade.ingest.v1.HubCrawl;
import dev.clade.ingest.v1.ImportMetadata;
import dev.clade.ingest.v1.StartImportRequest;
import dev.clade.local.client.CallFailure;
import dev.clade.local.client.ImportRuns;
import dev.clade.local.client.MeshClient;
import dev.clade.local.hub.HubSimulator;
import dev.clade.local.hub.RateLimits;
import dev.clade.local.hub.SimulatedHub;
import dev.clade.local.mesh.Service;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A simulated hub and an ingest service of its own process, or two of them, that crawl it. */
final class CrawledHub implements AutoCloseable {
  /** So that a service which was killed is followed soon. */
  private static final Duration SHORT_LEASE = Duration.ofSeconds(2);

  private static final Duration LONGEST_CRAWL = Duration.ofMinutes(8);

  private final SimulatedHub truth;
  private final HubSimulator simulator;
  private final TestMesh mesh;
  private MeshClient client;

  private CrawledHub(SimulatedHub truth, HubSimulator simulator, TestMesh mesh) {
    this.truth = truth;
    this.simulator = simulator;
    this.mesh = mesh;
    this.client = mesh.client();
  }

  static CrawledHub start(SimulatedHub truth) throws IOException {
    return start(truth, RateLimits.NONE, Map.of());
  }

  /**
   * Starts both.
   *
   * @param settings further settings of the hub, such as {@code ENRICHMENTS}
   */
  static CrawledHub start(SimulatedHub truth, RateLimits limits, Map<String, String> settings)
      throws IOException {
    return start(truth, HubSimulator.start(truth, limits), SHORT_LEASE, settings);
  }

  /**
   * Starts the service, for a simulator that serves already.
   *
   * @param lease how long an instance that is gone, or does nothing, keeps others from crawling
   */
  static CrawledHub start(
      SimulatedHub truth, HubSimulator simulator, Duration lease, Map<String, String> settings)
      throws IOException {
    Map<String, String> environment = new HashMap<>();
    String prefix = "CLADE_INGEST_HUBS_HUGGINGFACE_";
    environment.put(prefix + "URL", simulator.baseUrl());
    settings.forEach((name, value) -> environment.put(prefix + name, value));
    environment.put("CLADE_INGEST_LEASE_DURATION", lease.toString());
    return new CrawledHub(truth, simulator, TestMesh.start(List.of(Service.INGEST), environment));
  }

  SimulatedHub truth() {
    return truth;
  }

  HubSimulator simulator() {
    return simulator;
  }

  TestMesh mesh() {
    return mesh;
  }

  /** Starts a second instance of the service beside the first. From now on it is the one asked. */
  void startAnother() {
    client = new MeshClient(mesh.mesh().startAnother(Service.INGEST), OpenTelemetry.noop());
  }

  /** Crawls the hub to the end. */
  ImportMetadata crawl(HubCrawl.Scope scope) throws Exception {
    return await(begin(scope));
  }

  /** Asks for a crawl and returns its name. */
  String begin(HubCrawl.Scope scope) {
    HubCrawl crawl = HubCrawl.newBuilder().setScope(scope).build();
    return new ImportRuns(client).start(StartImportRequest.newBuilder().setHub(crawl)).getName();
  }

  /** Waits for the end of a crawl, whatever happens to the service meanwhile. */
  ImportMetadata await(String crawl) throws Exception {
    long deadline = System.nanoTime() + LONGEST_CRAWL.toNanos();
    while (true) {
      Operation operation = look(crawl);
      if (operation != null && operation.getDone()) {
        assertThat(operation.getError().getMessage()).isEmpty();
        return operation.getMetadata().unpack(ImportMetadata.class);
      }
      assertThat(System.nanoTime()).as("%s goes on", operation).isLessThan(deadline);
      Thread.sleep(50);
    }
  }

  /** Returns a crawl as it stands; null while the service does not answer. */
  Operation look(String crawl) {
    try {
      return new ImportRuns(client).look(crawl);
    } catch (CallFailure e) {
      return null;
    }
  }

  /** Returns the names of the crawls, in the order in which they were asked for. */
  List<String> crawls() {
    return client
        .operations()
        .listOperations(ListOperationsRequest.newBuilder().setName("imports").build())
        .getOperationsList()
        .stream()
        .map(Operation::getName)
        .toList();
  }

  /** Checks that the catalogue holds what the hub holds, and nothing else. */
  void assertEqualsTruth() {
    assertThat(CatalogueEntries.differences(truth, client.catalogue())).isEmpty();
  }

  /**
   * Checks that the crawl made few requests more than it had to.
   *
   * @param least requests without which the catalogue could not equal the hub
   */
  void assertFewRequests(long least) {
    assertThat((double) simulator.requests().count()).isBetween((double) least, 1.02 * least);
  }

  @Override
  public void close() throws IOException {
    client.close();
    mesh.close();
    simulator.close();
  }
}
