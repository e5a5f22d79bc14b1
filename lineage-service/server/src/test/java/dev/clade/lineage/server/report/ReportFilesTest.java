package dev.clade.lineage.server.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.util.JsonFormat;
import dev.clade.lineage.server.testing.LineageClient;
import dev.clade.lineage.v1.ExportReportRequest;
import dev.clade.lineage.v1.ExportReportResponse;
import dev.clade.lineage.v1.Report;
import dev.clade.lineage.v1.ReportFormat;
import dev.clade.runtime.error.Reason;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReportFilesTest extends ReportServerTest {
  @Test
  void jsonHasAllOfTheReport() throws IOException {
    Report report = report(structure());
    Report.Builder read = Report.newBuilder();
    JsonFormat.parser().merge(text(report, ReportFormat.REPORT_FORMAT_JSON, ""), read);
    assertThat(read.build()).isEqualTo(report);
  }

  @Test
  void csvIsOneTable() {
    assertThat(text(report(structure()), ReportFormat.REPORT_FORMAT_CSV, "top_bases"))
        .isEqualTo("base,derived\r\nx/base,2\r\nx/child,1\r\n");
  }

  @Test
  void theArchiveHasEveryTableAndIsTheSameTwice() throws IOException {
    Report report = report(structure());
    ByteString archive = file(report, ReportFormat.REPORT_FORMAT_CSV_ZIP, "");
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive.toByteArray()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
        assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8)).contains("\r\n");
      }
    }
    assertThat(names)
        .containsExactlyElementsOf(
            report.getTablesList().stream().map(table -> table.getName() + ".csv").toList());
    assertThat(file(report, ReportFormat.REPORT_FORMAT_CSV_ZIP, "")).isEqualTo(archive);
  }

  @Test
  void thePageShowsTablesAndFigures() {
    assertThat(text(report(structure()), ReportFormat.REPORT_FORMAT_HTML, ""))
        .startsWith("<!DOCTYPE html>")
        .contains("Snapshot at change 4", "<td>x/base</td>", "<svg class=\"plot\"");
  }

  @Test
  void partsAreSmallAndTheFirstSaysWhatComes() {
    Report report = report(structure());
    Iterator<ExportReportResponse> parts =
        reports.exportReport(request(report, ReportFormat.REPORT_FORMAT_HTML, "").build());
    ExportReportResponse first = parts.next();
    assertThat(first.getHeader().getMediaType()).isEqualTo("text/html; charset=utf-8");
    assertThat(first.getHeader().getFileName())
        .isEqualTo(report.getName().substring("reports/".length()) + ".html");
    long size = 0;
    while (parts.hasNext()) {
      ByteString chunk = parts.next().getChunk();
      assertThat(chunk.size()).isBetween(1, 1 << 16);
      size += chunk.size();
    }
    assertThat(size).isEqualTo(first.getHeader().getSizeBytes());
  }

  @Test
  void tablesAreNamedWhereTheyMustBeAndNowhereElse() {
    Report report = report(structure());
    refused(report, ReportFormat.REPORT_FORMAT_CSV, "", Reason.FIELD_REQUIRED);
    refused(report, ReportFormat.REPORT_FORMAT_CSV, "none", Reason.FIELD_UNKNOWN_VALUE);
    refused(report, ReportFormat.REPORT_FORMAT_HTML, "size", Reason.FIELD_UNKNOWN_VALUE);
  }

  @Test
  void aNameOfSomethingElseIsRefused() {
    ExportReportRequest request = ExportReportRequest.newBuilder().setName("models/gpt2").build();
    assertThatThrownBy(() -> reports.exportReport(request).hasNext())
        .satisfies(
            thrown ->
                assertThat(LineageClient.failure(thrown).reason())
                    .isEqualTo(Reason.FIELD_MALFORMED));
  }

  private void refused(Report report, ReportFormat format, String table, Reason reason) {
    assertThatThrownBy(() -> file(report, format, table))
        .satisfies(
            thrown -> {
              assertThat(LineageClient.failure(thrown).reason()).isEqualTo(reason);
              assertThat(LineageClient.failure(thrown).metadata()).containsEntry("field", "table");
            });
  }

  private String text(Report report, ReportFormat format, String table) {
    return file(report, format, table).toStringUtf8();
  }

  private ByteString file(Report report, ReportFormat format, String table) {
    ByteString content = ByteString.EMPTY;
    Iterator<ExportReportResponse> parts =
        reports.exportReport(request(report, format, table).build());
    while (parts.hasNext()) {
      content = content.concat(parts.next().getChunk());
    }
    return content;
  }

  private static ExportReportRequest.Builder request(
      Report report, ReportFormat format, String table) {
    return ExportReportRequest.newBuilder()
        .setName(report.getName())
        .setFormat(format)
        .setTable(table);
  }
}
