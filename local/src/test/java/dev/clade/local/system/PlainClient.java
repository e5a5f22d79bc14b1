package dev.clade.local.system;

import dev.clade.ingest.v1.CatalogueServiceGrpc;
import dev.clade.ingest.v1.GetArtifactRequest;
import dev.clade.lineage.v1.GetLineageRequest;
import dev.clade.lineage.v1.GetReportRequest;
import dev.clade.lineage.v1.LineageServiceGrpc;
import dev.clade.lineage.v1.ReportServiceGrpc;
import dev.clade.local.client.Address;
import dev.clade.local.client.Endpoints;
import dev.clade.local.mesh.Service;
import dev.clade.runtime.client.TypedErrors;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.v1.GetValuationRequest;
import dev.clade.valuation.v1.ValuationServiceGrpc;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A client that repeats nothing, so that it sees what services say. It asks for what is not there,
 * since that is in no cache.
 */
final class PlainClient implements AutoCloseable {
  private final Map<Service, ManagedChannel> channels = new EnumMap<>(Service.class);
  private final Duration deadline;

  PlainClient(Endpoints endpoints, Duration deadline) {
    this.deadline = deadline;
    for (Service service : Service.values()) {
      Address address = endpoints.of(service);
      channels.put(
          service,
          NettyChannelBuilder.forAddress(address.host(), address.port())
              .usePlaintext()
              .disableRetry()
              .build());
    }
  }

  /** Asks a service something that only its database knows; returns why there is no answer. */
  Optional<Reason> ask(Service service) {
    String unknown = UUID.randomUUID().toString();
    return switch (service) {
      case INGEST ->
          why(
              Reason.ARTIFACT_NOT_FOUND,
              () ->
                  CatalogueServiceGrpc.newBlockingStub(channels.get(service))
                      .withDeadlineAfter(deadline)
                      .getArtifact(
                          GetArtifactRequest.newBuilder()
                              .setName("models/nobody/" + unknown)
                              .build()));
      case LINEAGE ->
          why(
              Reason.REPORT_NOT_FOUND,
              () ->
                  ReportServiceGrpc.newBlockingStub(channels.get(service))
                      .withDeadlineAfter(deadline)
                      .getReport(
                          GetReportRequest.newBuilder()
                              .setName("reports/" + unknown.replace("-", "").repeat(2))
                              .build()));
      case VALUATION ->
          why(
              Reason.VALUATION_NOT_FOUND,
              () ->
                  ValuationServiceGrpc.newBlockingStub(channels.get(service))
                      .withDeadlineAfter(deadline)
                      .getValuation(
                          GetValuationRequest.newBuilder()
                              .setName("valuations/" + unknown)
                              .build()));
    };
  }

  /** Walks the graph, which needs no store; returns why there is no answer. */
  Optional<Reason> walk(String name) {
    return why(
        Reason.ARTIFACT_NOT_FOUND,
        () ->
            LineageServiceGrpc.newBlockingStub(channels.get(Service.LINEAGE))
                .withDeadlineAfter(deadline)
                .getLineage(GetLineageRequest.newBuilder().addNames(name).build()));
  }

  @Override
  public void close() {
    channels.values().forEach(ManagedChannel::shutdownNow);
  }

  private static Optional<Reason> why(Reason answer, Supplier<?> call) {
    try {
      TypedErrors.call(call);
      return Optional.empty();
    } catch (CladeException e) {
      return Optional.of(e.reason()).filter(reason -> reason != answer);
    }
  }
}
