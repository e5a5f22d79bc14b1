package dev.clade.lineage.server.grpc;

import dev.clade.lineage.server.export.LineageExporter;
import dev.clade.lineage.v1.ExportLineageRequest;
import dev.clade.lineage.v1.ExportLineageResponse;
import dev.clade.lineage.v1.ExportServiceGrpc.ExportServiceImplBase;
import dev.clade.runtime.grpc.Replies;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;

/** The contract {@code clade.lineage.v1.ExportService}. Documents are made on worker threads. */
@GrpcService
class ExportEndpoint extends ExportServiceImplBase {
  private final LineageExporter exporter;
  private final Replies replies;

  @Inject
  ExportEndpoint(LineageExporter exporter, Replies replies) {
    this.exporter = exporter;
    this.replies = replies;
  }

  @Override
  @Blocking
  public void exportLineage(
      ExportLineageRequest request, StreamObserver<ExportLineageResponse> client) {
    replies.stream(client, () -> ExportCall.of(request, exporter).parts());
  }
}
