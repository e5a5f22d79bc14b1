package dev.clade.lineage.server.grpc;

import dev.clade.lineage.ecosystem.Analyses;
import dev.clade.lineage.server.report.ReportFile;
import dev.clade.lineage.server.report.ReportFiles;
import dev.clade.lineage.server.report.ReportFormat;
import dev.clade.lineage.server.report.Reports;
import dev.clade.lineage.v1.CreateReportRequest;
import dev.clade.lineage.v1.CreateReportResponse;
import dev.clade.lineage.v1.ExportReportRequest;
import dev.clade.lineage.v1.ExportReportResponse;
import dev.clade.lineage.v1.GetReportRequest;
import dev.clade.lineage.v1.GetReportResponse;
import dev.clade.lineage.v1.ListAnalysesRequest;
import dev.clade.lineage.v1.ListAnalysesResponse;
import dev.clade.lineage.v1.ListReportsRequest;
import dev.clade.lineage.v1.ListReportsResponse;
import dev.clade.lineage.v1.ReportServiceGrpc.ReportServiceImplBase;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.grpc.Replies;
import dev.clade.runtime.grpc.Times;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import java.time.Duration;

/** The contract {@code clade.lineage.v1.ReportService}. */
@GrpcService
class ReportEndpoint extends ReportServiceImplBase {
  private final Analyses analyses;
  private final Reports reports;
  private final ReportFiles files;
  private final StoredReports stored;
  private final Replies replies;

  @Inject
  ReportEndpoint(
      Analyses analyses,
      Reports reports,
      ReportFiles files,
      StoredReports stored,
      Replies replies) {
    this.analyses = analyses;
    this.reports = reports;
    this.files = files;
    this.stored = stored;
    this.replies = replies;
  }

  @Override
  public void listAnalyses(
      ListAnalysesRequest request, StreamObserver<ListAnalysesResponse> client) {
    replies.blocking(client, () -> ReportLists.analyses(request, analyses.all()));
  }

  @Override
  public void createReport(
      CreateReportRequest request, StreamObserver<CreateReportResponse> client) {
    replies.unary(
        client,
        () ->
            reports
                .create(request.getAnalysis(), request.getParametersMap(), maxAge(request))
                .chain(status -> ReportOperations.of(status, stored::get))
                .map(each -> CreateReportResponse.newBuilder().setOperation(each).build()));
  }

  @Override
  public void getReport(GetReportRequest request, StreamObserver<GetReportResponse> client) {
    replies.unary(
        client,
        () ->
            stored
                .get(ReportNames.id(request.getName()))
                .map(found -> GetReportResponse.newBuilder().setReport(found).build()));
  }

  @Override
  public void listReports(ListReportsRequest request, StreamObserver<ListReportsResponse> client) {
    replies.unary(client, () -> ReportLists.reports(request, reports));
  }

  @Override
  public void exportReport(
      ExportReportRequest request, StreamObserver<ExportReportResponse> client) {
    replies.stream(client, () -> export(request));
  }

  private Multi<ExportReportResponse> export(ExportReportRequest request) {
    String id = ReportNames.id(request.getName());
    ReportFormat format = format(request);
    return stored
        .get(id)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(found -> files.write(id, found.toByteArray(), format, request.getTable()))
        .onItem()
        .transformToMulti(ReportEndpoint::parts);
  }

  private static Multi<ExportReportResponse> parts(ReportFile file) {
    ExportReportResponse header =
        ExportReportResponse.newBuilder()
            .setHeader(
                dev.clade.lineage.v1.ReportFile.newBuilder()
                    .setMediaType(file.mediaType())
                    .setFileName(file.name())
                    .setSizeBytes(file.content().length))
            .build();
    Multi<ExportReportResponse> chunks =
        Chunks.of(file.content())
            .map(chunk -> ExportReportResponse.newBuilder().setChunk(chunk).build());
    return Multi.createBy().concatenating().streams(Multi.createFrom().item(header), chunks);
  }

  private static Duration maxAge(CreateReportRequest request) {
    Duration asked = Times.duration("max_age", request.getMaxAge());
    if (asked.isNegative()) {
      throw CladeException.invalidField(
          Reason.FIELD_OUT_OF_RANGE, "max_age", asked.getSeconds() + " s", "must be at least 0");
    }
    return asked;
  }

  private static ReportFormat format(ExportReportRequest request) {
    return switch (request.getFormat()) {
      case REPORT_FORMAT_UNSPECIFIED, REPORT_FORMAT_JSON -> ReportFormat.JSON;
      case REPORT_FORMAT_CSV -> ReportFormat.CSV;
      case REPORT_FORMAT_CSV_ZIP -> ReportFormat.CSV_ZIP;
      case REPORT_FORMAT_HTML -> ReportFormat.HTML;
      case UNRECOGNIZED ->
          throw LineageRequests.unknown("format", request.getFormatValue(), "a format");
    };
  }
}
