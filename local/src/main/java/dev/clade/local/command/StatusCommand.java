package dev.clade.local.command;

import dev.clade.ingest.v1.GetCatalogueStatsRequest;
import dev.clade.ingest.v1.GetCatalogueStatsResponse;
import dev.clade.lineage.v1.GetPositionResponse;
import dev.clade.local.client.CallFailure;
import dev.clade.local.client.Endpoints;
import dev.clade.local.client.LineageReader;
import dev.clade.local.client.MeshClient;
import dev.clade.local.mesh.Readiness;
import dev.clade.local.mesh.Service;
import dev.clade.local.print.Table;
import dev.clade.valuation.v1.ListValuationsRequest;
import dev.clade.valuation.v1.ListValuationsResponse;
import dev.clade.valuation.v1.Valuation;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** Shows whether each service is ready, and how far it is. */
@Command(
    name = "status",
    description =
        "Show each service's health, position and lag; exits with 1 unless all are ready.",
    mixinStandardHelpOptions = true)
public final class StatusCommand extends MeshCommand {
  /**
   * State of one service.
   *
   * @param service name
   * @param address where it answers
   * @param ready whether it says that it can answer
   * @param position how far it is, for people
   */
  record Line(String service, String address, boolean ready, String position) {}

  @Override
  public Integer call() throws Exception {
    Endpoints endpoints = globals().endpoints();
    List<Line> lines = new ArrayList<>();
    try (MeshClient client = globals().connect(endpoints)) {
      for (Service service : Service.values()) {
        boolean ready = new Readiness(endpoints.of(service)).isReady();
        lines.add(
            new Line(
                service.label(),
                endpoints.of(service).toString(),
                ready,
                position(service, client)));
      }
    }
    Table table = new Table("service", "address", "ready", "position");
    lines.forEach(
        line ->
            table.row(
                line.service(), line.address(), line.ready() ? "yes" : "no", line.position()));
    show(lines, table.render());
    return lines.stream().allMatch(Line::ready) ? 0 : 1;
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
