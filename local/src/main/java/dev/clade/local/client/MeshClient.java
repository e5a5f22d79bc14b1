package dev.clade.local.client;

import com.google.longrunning.OperationsGrpc;
import com.google.longrunning.OperationsGrpc.OperationsBlockingStub;
import dev.clade.ingest.v1.CatalogueServiceGrpc;
import dev.clade.ingest.v1.CatalogueServiceGrpc.CatalogueServiceBlockingStub;
import dev.clade.ingest.v1.ImportServiceGrpc;
import dev.clade.ingest.v1.ImportServiceGrpc.ImportServiceBlockingStub;
import dev.clade.ingest.v1.ImportServiceGrpc.ImportServiceStub;
import dev.clade.lineage.v1.ComplianceServiceGrpc;
import dev.clade.lineage.v1.ComplianceServiceGrpc.ComplianceServiceBlockingStub;
import dev.clade.lineage.v1.EmbeddingServiceGrpc;
import dev.clade.lineage.v1.EmbeddingServiceGrpc.EmbeddingServiceBlockingStub;
import dev.clade.lineage.v1.ExportServiceGrpc;
import dev.clade.lineage.v1.ExportServiceGrpc.ExportServiceBlockingStub;
import dev.clade.lineage.v1.LineageServiceGrpc;
import dev.clade.lineage.v1.LineageServiceGrpc.LineageServiceBlockingStub;
import dev.clade.lineage.v1.ReportServiceGrpc;
import dev.clade.lineage.v1.ReportServiceGrpc.ReportServiceBlockingStub;
import dev.clade.lineage.v1.SimilarityServiceGrpc;
import dev.clade.lineage.v1.SimilarityServiceGrpc.SimilarityServiceBlockingStub;
import dev.clade.local.mesh.Service;
import dev.clade.runtime.client.ChannelSecurity;
import dev.clade.runtime.client.CladeChannel;
import dev.clade.valuation.v1.ContributorServiceGrpc;
import dev.clade.valuation.v1.ContributorServiceGrpc.ContributorServiceBlockingStub;
import dev.clade.valuation.v1.PayoutServiceGrpc;
import dev.clade.valuation.v1.PayoutServiceGrpc.PayoutServiceBlockingStub;
import dev.clade.valuation.v1.ValuationServiceGrpc;
import dev.clade.valuation.v1.ValuationServiceGrpc.ValuationServiceBlockingStub;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Channels to the services of a mesh. Connections are made by the first call that needs them. */
public final class MeshClient implements AutoCloseable {
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private final Endpoints endpoints;
  private final Map<Service, ManagedChannel> channels = new EnumMap<>(Service.class);

  /** Creates a client of a mesh that anybody on this machine may call. */
  public MeshClient(Endpoints endpoints, OpenTelemetry telemetry) {
    this(endpoints, ChannelSecurity.NONE, telemetry);
  }

  /**
   * Creates a client of the services at the endpoints.
   *
   * @param security what connections are encrypted with and who calls
   * @param telemetry records a span a call and sends its trace along
   */
  public MeshClient(Endpoints endpoints, ChannelSecurity security, OpenTelemetry telemetry) {
    this.endpoints = endpoints;
    for (Service service : Service.values()) {
      channels.put(
          service,
          CladeChannel.open(endpoints.of(service).toString(), DEADLINE, security, telemetry));
    }
  }

  /** Returns the reader of the catalogue. */
  public CatalogueServiceBlockingStub catalogue() {
    return CatalogueServiceGrpc.newBlockingStub(channels.get(Service.INGEST));
  }

  /** Returns the starter of imports. */
  public ImportServiceBlockingStub imports() {
    return ImportServiceGrpc.newBlockingStub(channels.get(Service.INGEST));
  }

  /** Returns the sender of files. */
  public ImportServiceStub uploads() {
    return ImportServiceGrpc.newStub(channels.get(Service.INGEST));
  }

  /** Returns the reader of imports' progress. */
  public OperationsBlockingStub operations() {
    return OperationsGrpc.newBlockingStub(channels.get(Service.INGEST));
  }

  /** Returns the reader of the graph. */
  public LineageServiceBlockingStub lineage() {
    return LineageServiceGrpc.newBlockingStub(channels.get(Service.LINEAGE));
  }

  /** Returns the maker of reports. */
  public ReportServiceBlockingStub reports() {
    return ReportServiceGrpc.newBlockingStub(channels.get(Service.LINEAGE));
  }

  /** Returns the reader of reports' progress. */
  public OperationsBlockingStub reportOperations() {
    return OperationsGrpc.newBlockingStub(channels.get(Service.LINEAGE));
  }

  /** Returns the reader of what licences ask, and of other traits. */
  public ComplianceServiceBlockingStub compliance() {
    return ComplianceServiceGrpc.newBlockingStub(channels.get(Service.LINEAGE));
  }

  /** Returns the reader of the shared embedding. */
  public SimilarityServiceBlockingStub similarity() {
    return SimilarityServiceGrpc.newBlockingStub(channels.get(Service.LINEAGE));
  }

  /** Returns the maker of documents of the graph. */
  public ExportServiceBlockingStub exports() {
    return ExportServiceGrpc.newBlockingStub(channels.get(Service.LINEAGE));
  }

  /** Returns the maker of feature sets and keeper of versions of the embedding. */
  public EmbeddingServiceBlockingStub embeddings() {
    return EmbeddingServiceGrpc.newBlockingStub(channels.get(Service.LINEAGE));
  }

  /** Returns the keeper and proposer of contributors. */
  public ContributorServiceBlockingStub contributors() {
    return ContributorServiceGrpc.newBlockingStub(channels.get(Service.VALUATION));
  }

  /** Returns the starter and reader of valuations. */
  public ValuationServiceBlockingStub valuation() {
    return ValuationServiceGrpc.newBlockingStub(channels.get(Service.VALUATION));
  }

  /** Returns the maker and reader of payouts. */
  public PayoutServiceBlockingStub payouts() {
    return PayoutServiceGrpc.newBlockingStub(channels.get(Service.VALUATION));
  }

  /**
   * Returns what a call to a service returns.
   *
   * @throws CallFailure when it fails
   */
  public <T> T call(Service service, Supplier<T> call) {
    // A service that was down is back as soon as it answers, not when gRPC would look again.
    channels.get(service).resetConnectBackoff();
    try {
      return call.get();
    } catch (StatusRuntimeException e) {
      throw CallFailure.of(e, service.label(), endpoints.of(service));
    }
  }

  /** Closes the channels. */
  @Override
  public void close() {
    channels.values().forEach(ManagedChannel::shutdownNow);
    for (ManagedChannel channel : channels.values()) {
      try {
        channel.awaitTermination(5, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
