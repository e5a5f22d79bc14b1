package dev.clade.local.bench;

import com.google.longrunning.Operation;
import dev.clade.ingest.v1.HubCrawl;
import dev.clade.ingest.v1.StartImportRequest;
import dev.clade.local.client.MeshClient;
import dev.clade.local.hub.HubSimulator;
import dev.clade.local.mesh.Service;
import java.util.Map;
import java.util.UUID;

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
    StartImportRequest request =
        StartImportRequest.newBuilder()
            .setHub(HubCrawl.newBuilder().setScope(HubCrawl.Scope.SCOPE_FULL))
            .setRequestId(UUID.randomUUID().toString())
            .build();
    return client.call(Service.INGEST, () -> client.imports().startImport(request)).getOperation();
  }

  @Override
  public void close() {
    simulator.close();
  }
}
