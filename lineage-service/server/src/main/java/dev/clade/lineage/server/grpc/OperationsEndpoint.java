package dev.clade.lineage.server.grpc;

import com.google.longrunning.GetOperationRequest;
import com.google.longrunning.Operation;
import com.google.longrunning.OperationsGrpc.OperationsImplBase;
import com.google.longrunning.WaitOperationRequest;
import dev.clade.lineage.server.report.Reports;
import dev.clade.runtime.grpc.Replies;
import dev.clade.runtime.request.WaitTimeout;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import jakarta.inject.Inject;

/**
 * Serves {@code google.longrunning.Operations} for reports: to get them and to wait for them. They
 * take seconds, so they are neither listed nor cancelled.
 */
@GrpcService
class OperationsEndpoint extends OperationsImplBase {
  private final Reports reports;
  private final StoredReports stored;
  private final Replies replies;

  @Inject
  OperationsEndpoint(Reports reports, StoredReports stored, Replies replies) {
    this.reports = reports;
    this.stored = stored;
    this.replies = replies;
  }

  @Override
  public void getOperation(GetOperationRequest request, StreamObserver<Operation> client) {
    replies.unary(
        client,
        () ->
            reports
                .status(ReportNames.id(request.getName()))
                .chain(status -> ReportOperations.of(status, stored::get)));
  }

  /** Waits for a minute at most, then returns the operation as it stands. */
  @Override
  public void waitOperation(WaitOperationRequest request, StreamObserver<Operation> client) {
    replies.unary(
        client,
        () ->
            reports
                .await(ReportNames.id(request.getName()), WaitTimeout.of(request))
                .chain(status -> ReportOperations.of(status, stored::get)));
  }
}
