package dev.clade.lineage.server.grpc;

import dev.clade.lineage.server.compliance.Compliance;
import dev.clade.lineage.server.compliance.ObligationAnswer;
import dev.clade.lineage.v1.ComplianceServiceGrpc.ComplianceServiceImplBase;
import dev.clade.lineage.v1.ListLicenseFindingsRequest;
import dev.clade.lineage.v1.ListLicenseFindingsResponse;
import dev.clade.lineage.v1.ListLicensesRequest;
import dev.clade.lineage.v1.ListLicensesResponse;
import dev.clade.lineage.v1.ListObligationsRequest;
import dev.clade.lineage.v1.ListObligationsResponse;
import dev.clade.lineage.v1.ListTraitChangesRequest;
import dev.clade.lineage.v1.ListTraitChangesResponse;
import dev.clade.runtime.grpc.Replies;
import dev.clade.runtime.page.PageToken;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;

/** The contract {@code clade.lineage.v1.ComplianceService}. Walks run on worker threads. */
@GrpcService
class ComplianceEndpoint extends ComplianceServiceImplBase {
  private final Compliance compliance;
  private final Replies replies;

  @Inject
  ComplianceEndpoint(Compliance compliance, Replies replies) {
    this.compliance = compliance;
    this.replies = replies;
  }

  @Override
  @Blocking
  public void listTraitChanges(
      ListTraitChangesRequest request, StreamObserver<ListTraitChangesResponse> client) {
    replies.blocking(
        client,
        () ->
            ComplianceAnswers.of(
                request,
                compliance.changes(
                    ComplianceRequests.question(request),
                    ComplianceRequests.trait(request),
                    ComplianceRequests.changes(request))));
  }

  @Override
  @Blocking
  public void listLicenseFindings(
      ListLicenseFindingsRequest request, StreamObserver<ListLicenseFindingsResponse> client) {
    replies.blocking(
        client,
        () ->
            ComplianceAnswers.of(
                request,
                compliance.findings(
                    ComplianceRequests.question(request), ComplianceRequests.verdicts(request)),
                compliance.table()));
  }

  @Override
  @Blocking
  public void listObligations(
      ListObligationsRequest request, StreamObserver<ListObligationsResponse> client) {
    replies.blocking(client, () -> obligations(request));
  }

  /** Answers from a table of a few dozen rows, which needs no worker thread. */
  @Override
  public void listLicenses(
      ListLicensesRequest request, StreamObserver<ListLicensesResponse> client) {
    replies.blocking(
        client,
        () ->
            LicenseAnswers.page(
                request,
                compliance.table(),
                PageToken.decode(request).orElse(""),
                LineageRequests.PAGE_SIZE.of(request.getPageSize())));
  }

  private ListObligationsResponse obligations(ListObligationsRequest request) {
    ObligationAnswer answer =
        compliance.obligations(
            QuestionRequests.name("name", request.getName()),
            ComplianceRequests.relations(request.getRelationTypesValueList()),
            ComplianceRequests.NODES.of(request.getMaxNodes()),
            LineageRequests.position(request, request.getPageToken()),
            LineageRequests.PAGE_SIZE.of(request.getPageSize()));
    return LicenseAnswers.of(request, answer, compliance.table());
  }
}
