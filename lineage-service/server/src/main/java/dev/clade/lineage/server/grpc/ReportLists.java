package dev.clade.lineage.server.grpc;

import dev.clade.lineage.ecosystem.report.Analysis;
import dev.clade.lineage.server.report.ReportStore;
import dev.clade.lineage.server.report.Reports;
import dev.clade.lineage.v1.ListAnalysesRequest;
import dev.clade.lineage.v1.ListAnalysesResponse;
import dev.clade.lineage.v1.ListReportsRequest;
import dev.clade.lineage.v1.ListReportsResponse;
import dev.clade.runtime.page.PageSize;
import dev.clade.runtime.page.PageTime;
import dev.clade.runtime.page.PageToken;
import io.smallrye.mutiny.Uni;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** Writes the lists of analyses and reports. */
final class ReportLists {
  private static final PageSize PAGE_SIZE = new PageSize(50, 200);
  private static final char SEPARATOR = ' ';

  /** Later than any report, as far as the database's clock goes. */
  private static final ReportStore.Place START =
      new ReportStore.Place(Instant.parse("9999-01-01T00:00:00Z"), "");

  private ReportLists() {}

  /** Returns the analyses that come, by name, after the last one of the page before. */
  static ListAnalysesResponse analyses(ListAnalysesRequest request, List<Analysis> all) {
    int most = PAGE_SIZE.of(request.getPageSize());
    String last = PageToken.decode(request).orElse("");
    List<Analysis> left = all.stream().filter(each -> each.name().compareTo(last) > 0).toList();
    ListAnalysesResponse.Builder response = ListAnalysesResponse.newBuilder();
    left.stream().limit(most).map(ReportLists::of).forEach(response::addAnalyses);
    if (left.size() > most) {
      response.setNextPageToken(PageToken.encode(request, left.get(most - 1).name()));
    }
    return response.build();
  }

  static Uni<ListReportsResponse> reports(ListReportsRequest request, Reports reports) {
    int most = PAGE_SIZE.of(request.getPageSize());
    ReportStore.Place before =
        PageToken.decode(request).map(text -> place(text, request.getPageToken())).orElse(START);
    return reports
        .list(request.getAnalysis(), before, most + 1)
        .map(found -> page(request, found, most));
  }

  private static ListReportsResponse page(
      ListReportsRequest request, List<ReportStore.StoredSummary> found, int most) {
    ListReportsResponse.Builder response = ListReportsResponse.newBuilder();
    found.stream()
        .limit(most)
        .map(each -> ReportMessages.parse(each.summary()))
        .forEach(response::addReports);
    if (found.size() > most) {
      ReportStore.Place last = found.get(most - 1).place();
      response.setNextPageToken(
          PageToken.encode(request, "" + last.time() + SEPARATOR + last.id()));
    }
    return response.build();
  }

  private static ReportStore.Place place(String text, String token) {
    int separator = text.indexOf(SEPARATOR);
    if (separator < 0 || text.indexOf('\0') >= 0) {
      throw PageToken.invalid(token);
    }
    try {
      return new ReportStore.Place(
          PageTime.parse(text.substring(0, separator)), text.substring(separator + 1));
    } catch (DateTimeException e) {
      throw PageToken.invalid(token);
    }
  }

  private static dev.clade.lineage.v1.Analysis of(Analysis analysis) {
    return dev.clade.lineage.v1.Analysis.newBuilder()
        .setName(analysis.name())
        .setTitle(analysis.title())
        .setVersion(analysis.version())
        .addAllParameters(
            analysis.parameters().stream()
                .map(
                    each ->
                        dev.clade.lineage.v1.Analysis.Parameter.newBuilder()
                            .setName(each.name())
                            .setDescription(each.meaning())
                            .setDefaultValue(each.standard())
                            .setRule(each.rule())
                            .build())
                .toList())
        .addAllSources(analysis.sources().stream().map(ReportMessages::of).toList())
        .build();
  }
}
