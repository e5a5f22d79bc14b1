package dev.clade.local.bench;

import com.google.longrunning.Operation;
import dev.clade.ingest.v1.HubCrawl;
import dev.clade.ingest.v1.StartImportRequest;
import dev.clade.local.client.ImportRuns;
import dev.clade.local.client.MeshClient;
import dev.clade.local.hub.HubSimulator;
import java.util.Map;

/** A simulated hub in this process, which takes its share of the machine. */
final class BenchHub implements BenchSource {
  private final HubSimulator simulator;

  BenchHub(HubSimulator simulator) {
    this.simulator = simulator;
  }

  @Override
  public String name() {
    return "hub";
  }

  @Override
  public Map<String, String> environment() {
    return Map.of(
        "CLADE_INGEST_HUBS_HUGGINGFACE_URL",
        simulator.baseUrl(),
        "CLADE_INGEST_HUBS_HUGGINGFACE_MOST_RESOLVED",
        "0");
  }

  @Override
  public Operation start(MeshClient client) {
    HubCrawl crawl = HubCrawl.newBuilder().setScope(HubCrawl.Scope.SCOPE_FULL).build();
    return new ImportRuns(client).start(StartImportRequest.newBuilder().setHub(crawl));
  }

  @Override
  public void close() {
    simulator.close();
  }
}
