package dev.clade.local.command;

import dev.clade.ingest.v1.GetCatalogueStatsRequest;
import dev.clade.ingest.v1.GetCatalogueStatsResponse;
import dev.clade.lineage.v1.GetPositionResponse;
import dev.clade.local.client.CallFailure;
import dev.clade.local.client.Endpoints;
import dev.clade.local.client.LineageReader;
import dev.clade.local.client.MeshClient;
import dev.clade.local.mesh.Service;
import dev.clade.local.mesh.ServiceProbe;
import dev.clade.local.view.ServiceStatus;
import dev.clade.local.view.StatusView;
import dev.clade.runtime.client.ChannelSecurity;
import dev.clade.valuation.v1.ListValuationsRequest;
import dev.clade.valuation.v1.ListValuationsResponse;
import dev.clade.valuation.v1.Valuation;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** Shows how each service is, how far it is, and what waits. */
@Command(
    name = "status",
    description =
        "Show each service's health, why it is not ready, how far it is, and what waits; exits with 1"
            + " unless all are ready.",
    mixinStandardHelpOptions = true)
public final class StatusCommand extends MeshCommand {
  @Override
  public Integer call() throws Exception {
    Endpoints endpoints = globals().endpoints();
    List<ServiceStatus> services = new ArrayList<>();
    ChannelSecurity security = globals().security();
    try (MeshClient client = globals().connect(endpoints, security)) {
      for (Service service : Service.values()) {
        ServiceProbe.Finding found = new ServiceProbe(endpoints.of(service), security).ask();
        services.add(
            ServiceStatus.of(
                service, endpoints.of(service).toString(), found, position(service, client)));
      }
    }
    show(services, StatusView.render(services));
    return services.stream().allMatch(ServiceStatus::ready) ? 0 : 1;
  }

  private static String position(Service service, MeshClient client) {
    try {
      return switch (service) {
        case INGEST -> catalogue(client);
        case LINEAGE -> graph(new LineageReader(client).position());
        case VALUATION -> runs(client);
      };
    } catch (CallFailure e) {
      return e.getMessage();
    }
  }

  private static String catalogue(MeshClient client) {
    GetCatalogueStatsResponse stats =
        client.call(
            Service.INGEST,
            () ->
                client
                    .catalogue()
                    .getCatalogueStats(GetCatalogueStatsRequest.getDefaultInstance()));
    return "feed at %,d; %,d artifacts, %,d relations, %,d records in quarantine"
        .formatted(
            stats.getHeadSequence(),
            stats.getArtifactCount(),
            stats.getRelationCount(),
            stats.getQuarantinedRecordCount());
  }

  private static String graph(GetPositionResponse position) {
    return "feed applied to %,d, %,d behind%s; %,d artifacts, %,d relations"
        .formatted(
            position.getAppliedSequence(),
            position.getLagChanges(),
            position.getFollowing() ? "" : " and not following",
            position.getNodeCount(),
            position.getEdgeCount());
  }

  private static String runs(MeshClient client) {
    ListValuationsResponse runs =
        client.call(
            Service.VALUATION,
            () ->
                client
                    .valuation()
                    .listValuations(ListValuationsRequest.newBuilder().setPageSize(200).build()));
    long open =
        runs.getValuationsList().stream()
            .filter(
                run ->
                    run.getState() == Valuation.State.STATE_PENDING
                        || run.getState() == Valuation.State.STATE_RUNNING)
            .count();
    String count =
        runs.getNextPageToken().isEmpty() ? "%,d".formatted(runs.getValuationsCount()) : "over 200";
    return "%s runs, %,d of the newest under way".formatted(count, open);
  }
}
