package dev.clade.lineage.server.report;

import static dev.clade.lineage.server.testing.Artifacts.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.longrunning.GetOperationRequest;
import com.google.longrunning.Operation;
import com.google.protobuf.Duration;
import dev.clade.lineage.server.testing.LineageClient;
import dev.clade.lineage.v1.Analysis;
import dev.clade.lineage.v1.CreateReportRequest;
import dev.clade.lineage.v1.GetReportRequest;
import dev.clade.lineage.v1.ListAnalysesRequest;
import dev.clade.lineage.v1.ListAnalysesResponse;
import dev.clade.lineage.v1.ListReportsRequest;
import dev.clade.lineage.v1.ListReportsResponse;
import dev.clade.lineage.v1.Report;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReportContractTest extends ReportServerTest {
  @Test
  void listsWhatCanBeAskedForPageByPage() {
    List<String> names = new ArrayList<>();
    ListAnalysesRequest.Builder request = ListAnalysesRequest.newBuilder().setPageSize(2);
    ListAnalysesResponse page;
    do {
      page = reports.listAnalyses(request.build());
      page.getAnalysesList().stream().map(Analysis::getName).forEach(names::add);
      request.setPageToken(page.getNextPageToken());
    } while (!page.getNextPageToken().isEmpty());
    assertThat(names)
        .containsExactly(
            "activity",
            "adoption",
            "documentation",
            "drift",
            "evolution",
            "library",
            "maintenance",
            "network",
            "reuse",
            "structure",
            "topics",
            "turnover");

    Analysis structure =
        reports.listAnalyses(ListAnalysesRequest.getDefaultInstance()).getAnalysesList().stream()
            .filter(each -> each.getName().equals("structure"))
            .findFirst()
            .orElseThrow();
    assertThat(structure.getParametersList())
        .extracting(Analysis.Parameter::getName)
        .containsExactly("relations", "limit");
    assertThat(structure.getSourcesList()).isNotEmpty();
  }

  @Test
  void computesWhatWasWorkedByHand() {
    Report report = report(structure());
    assertThat(report.getSnapshotSequence()).isEqualTo(4);
    assertThat(report.getParametersMap()).containsEntry("limit", "20");
    assertThat(rows(report, "size")).contains(List.of("derivations", "3.0"));
    assertThat(rows(report, "top_bases"))
        .containsExactly(List.of("x/base", "2"), List.of("x/child", "1"));
    assertThat(rows(report, "generations"))
        .containsExactly(List.of("0", "1"), List.of("1", "2"), List.of("2", "1"));
    // Depth-first: base child grandchild; the pair of base and other is left out.
    assertThat(rows(report, "chain_lengths"))
        .containsExactly(List.of("2", "0.0", "1.0", "1.0"), List.of("3", "1.0", "1.0", "1.0"));
    assertThat(report.getFiguresCount()).isEqualTo(4);
    assertThat(report.getCreateTime().getSeconds()).isPositive();
  }

  @Test
  void theSameQuestionToTheSameSnapshotIsTheSameReport() {
    Report first = report(structure().putParameters("limit", "5"));
    Operation again =
        reports
            .createReport(structure().putParameters("limit", " 5".strip()).build())
            .getOperation();
    assertThat(again.getDone()).isTrue();
    assertThat(again.getName()).isEqualTo(first.getName());
    assertThat(get(first.getName())).isEqualTo(first);
    assertThat(report(structure().putParameters("limit", "6")).getName())
        .isNotEqualTo(first.getName());
  }

  @Test
  void aLaterSnapshotHasAReportOfItsOwnUnlessAnOlderOneWillDo() {
    Report first = report(structure().putParameters("limit", "7"));
    catalogue.store(model("x/late", "x/other"));
    awaitApplied(5);
    Report old =
        report(
            structure()
                .putParameters("limit", "7")
                .setMaxAge(Duration.newBuilder().setSeconds(600)));
    assertThat(old).isEqualTo(first);
    Report fresh = report(structure().putParameters("limit", "7"));
    assertThat(fresh.getSnapshotSequence()).isEqualTo(5);
    assertThat(rows(fresh, "size")).contains(List.of("derivations", "4.0"));
    assertThat(get(first.getName())).isEqualTo(first);
  }

  @Test
  void listsReportsTheNewestFirst() {
    Report first = report(structure().putParameters("limit", "11"));
    Report second = report(structure().putParameters("limit", "12"));
    Report other = report(CreateReportRequest.newBuilder().setAnalysis("drift"));
    ListReportsRequest.Builder request =
        ListReportsRequest.newBuilder().setAnalysis("structure").setPageSize(1);
    ListReportsResponse newest = reports.listReports(request.build());
    assertThat(newest.getReports(0)).isEqualTo(summary(second));
    ListReportsResponse next =
        reports.listReports(request.setPageToken(newest.getNextPageToken()).build());
    assertThat(next.getReports(0)).isEqualTo(summary(first));
    assertThat(reports.listReports(ListReportsRequest.getDefaultInstance()).getReports(0))
        .isEqualTo(summary(other));
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThat(failure(() -> reports.createReport(CreateReportRequest.getDefaultInstance())))
        .satisfies(each -> assertThat(each.reason()).isEqualTo(Reason.FIELD_REQUIRED))
        .satisfies(each -> assertThat(each.metadata()).containsEntry("field", "analysis"));
    assertThat(failure(() -> reports.createReport(structure().setAnalysis("weather").build())))
        .satisfies(each -> assertThat(each.reason()).isEqualTo(Reason.ANALYSIS_NOT_FOUND));
    assertThat(failure(() -> reports.createReport(structure().putParameters("limit", "0").build())))
        .satisfies(each -> assertThat(each.reason()).isEqualTo(Reason.FIELD_UNKNOWN_VALUE))
        .satisfies(
            each ->
                assertThat(each.metadata())
                    .containsEntry("field", "parameters[limit]")
                    .containsEntry("value", "0")
                    .containsEntry("rule", "must be a whole number from 1 to 1000"));
    assertThat(
            failure(
                () ->
                    reports.createReport(
                        structure().setMaxAge(Duration.newBuilder().setSeconds(-1)).build())))
        .satisfies(each -> assertThat(each.metadata()).containsEntry("field", "max_age"));
    assertThat(failure(() -> get("reports/structure-1-000000000000-4")).reason())
        .isEqualTo(Reason.REPORT_NOT_FOUND);
    assertThat(failure(() -> get("models/gpt2")).reason()).isEqualTo(Reason.FIELD_MALFORMED);
    assertThat(
            failure(
                    () ->
                        operations.getOperation(
                            GetOperationRequest.newBuilder().setName("reports/none").build()))
                .reason())
        .isEqualTo(Reason.REPORT_NOT_FOUND);
    assertThat(
            failure(
                    () ->
                        reports.listReports(
                            ListReportsRequest.newBuilder().setPageToken("nonsense").build()))
                .reason())
        .isEqualTo(Reason.PAGE_TOKEN_INVALID);
    assertThat(
            failure(
                () ->
                    reports.listReports(
                        ListReportsRequest.newBuilder().setAnalysis("a\0b").build())))
        .satisfies(each -> assertThat(each.reason()).isEqualTo(Reason.FIELD_MALFORMED))
        .satisfies(each -> assertThat(each.metadata()).containsEntry("field", "analysis"));
  }

  private Report get(String name) {
    return reports.getReport(GetReportRequest.newBuilder().setName(name).build()).getReport();
  }

  private static Report summary(Report report) {
    return report.toBuilder().clearTables().clearFigures().build();
  }

  private static CladeException failure(ThrowingCallable call) {
    CladeException[] found = new CladeException[1];
    assertThatThrownBy(call).satisfies(thrown -> found[0] = LineageClient.failure(thrown));
    return found[0];
  }
}
