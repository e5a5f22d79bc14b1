package dev.clade.lineage.server.report;

import static dev.clade.lineage.server.testing.Artifacts.model;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.longrunning.Operation;
import com.google.longrunning.OperationsGrpc;
import com.google.longrunning.WaitOperationRequest;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.clade.lineage.server.testing.LineageServerTest;
import dev.clade.lineage.v1.CreateReportRequest;
import dev.clade.lineage.v1.Report;
import dev.clade.lineage.v1.ReportServiceGrpc;
import dev.clade.lineage.v1.Table;
import dev.clade.runtime.testing.PostgresTestResource;
import dev.clade.runtime.testing.RedisTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** A test that asks for reports on a family of four. */
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(RedisTestResource.class)
abstract class ReportServerTest extends LineageServerTest {
  ReportServiceGrpc.ReportServiceBlockingStub reports;
  OperationsGrpc.OperationsBlockingStub operations;

  @BeforeEach
  final void connectToReports() {
    reports = ReportServiceGrpc.newBlockingStub(client.channel());
    operations = OperationsGrpc.newBlockingStub(client.channel());
    onlyHas(
        model("x/base"),
        model("x/child", "x/base"),
        model("x/other", "x/base"),
        model("x/grandchild", "x/child"));
  }

  /** Asks for a report and waits for it. */
  final Report report(CreateReportRequest.Builder request) {
    Operation operation = reports.createReport(request.build()).getOperation();
    Operation done =
        operations.waitOperation(
            WaitOperationRequest.newBuilder().setName(operation.getName()).build());
    assertThat(done.getDone()).isTrue();
    assertThat(done.getName()).isEqualTo(operation.getName());
    try {
      return done.getResponse().unpack(Report.class);
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(done.toString(), e);
    }
  }

  static CreateReportRequest.Builder structure() {
    return CreateReportRequest.newBuilder().setAnalysis("structure");
  }

  /** Returns the cells of a table as text, row by row. */
  static List<List<String>> rows(Report report, String table) {
    Table found =
        report.getTablesList().stream()
            .filter(each -> each.getName().equals(table))
            .findFirst()
            .orElseThrow();
    return found.getRowsList().stream()
        .map(row -> row.getCellsList().stream().map(ReportServerTest::text).toList())
        .toList();
  }

  private static String text(Table.Cell cell) {
    return switch (cell.getValueCase()) {
      case TEXT -> cell.getText();
      case WHOLE -> Long.toString(cell.getWhole());
      case REAL -> Double.toString(cell.getReal());
      case VALUE_NOT_SET -> throw new AssertionError("an empty cell");
    };
  }
}
