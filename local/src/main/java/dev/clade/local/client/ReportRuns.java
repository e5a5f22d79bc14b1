package dev.clade.local.client;

import com.google.longrunning.Operation;
import com.google.longrunning.WaitOperationRequest;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.clade.lineage.v1.Analysis;
import dev.clade.lineage.v1.CreateReportRequest;
import dev.clade.lineage.v1.ExportReportRequest;
import dev.clade.lineage.v1.ExportReportResponse;
import dev.clade.lineage.v1.ListAnalysesRequest;
import dev.clade.lineage.v1.ListAnalysesResponse;
import dev.clade.lineage.v1.Report;
import dev.clade.lineage.v1.ReportFormat;
import dev.clade.local.mesh.Service;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Asks for reports and waits for them. */
public final class ReportRuns {
  /** Below the deadline of a call. */
  private static final int WAIT_SECONDS = 30;

  private final MeshClient client;

  /** Creates one that calls through a client. */
  public ReportRuns(MeshClient client) {
    this.client = client;
  }

  /** Returns what can be asked for. */
  public List<Analysis> analyses() {
    List<Analysis> all = new ArrayList<>();
    ListAnalysesRequest.Builder request = ListAnalysesRequest.newBuilder();
    do {
      ListAnalysesResponse page =
          client.call(Service.LINEAGE, () -> client.reports().listAnalyses(request.build()));
      all.addAll(page.getAnalysesList());
      request.setPageToken(page.getNextPageToken());
    } while (!request.getPageToken().isEmpty());
    return all;
  }

  /**
   * Asks for a report and returns it once it is there.
   *
   * @param waiting run each time that it is not there yet
   * @throws IOException when it could not be computed
   */
  public Report get(CreateReportRequest request, Runnable waiting) throws IOException {
    Operation operation =
        client.call(Service.LINEAGE, () -> client.reports().createReport(request)).getOperation();
    WaitOperationRequest wait =
        WaitOperationRequest.newBuilder()
            .setName(operation.getName())
            .setTimeout(com.google.protobuf.Duration.newBuilder().setSeconds(WAIT_SECONDS))
            .build();
    while (!operation.getDone()) {
      waiting.run();
      operation = client.call(Service.LINEAGE, () -> client.reportOperations().waitOperation(wait));
    }
    if (operation.hasError()) {
      throw new IOException(operation.getError().getMessage());
    }
    try {
      return operation.getResponse().unpack(Report.class);
    } catch (InvalidProtocolBufferException e) {
      throw new IOException("the lineage service sent something else than a Report", e);
    }
  }

  /** Writes a report to a stream. */
  public void export(String name, ReportFormat format, OutputStream file) throws IOException {
    ExportReportRequest request =
        ExportReportRequest.newBuilder().setName(name).setFormat(format).build();
    Iterator<ExportReportResponse> parts =
        client.call(Service.LINEAGE, () -> client.reports().exportReport(request));
    while (client.call(Service.LINEAGE, parts::hasNext)) {
      parts.next().getChunk().writeTo(file);
    }
  }
}
