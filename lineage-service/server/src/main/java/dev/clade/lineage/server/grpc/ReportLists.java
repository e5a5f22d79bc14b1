package dev.clade.lineage.server.grpc;

import dev.clade.lineage.ecosystem.report.Analysis;
import dev.clade.lineage.server.report.ReportStore;
import dev.clade.lineage.server.report.Reports;
import dev.clade.lineage.v1.ListAnalysesRequest;
import dev.clade.lineage.v1.ListAnalysesResponse;
import dev.clade.lineage.v1.ListReportsRequest;
import dev.clade.lineage.v1.ListReportsResponse;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.page.PageSize;
import dev.clade.runtime.page.PageToken;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Writes the lists of analyses and reports. */
final class ReportLists {
  private static final PageSize PAGE_SIZE = new PageSize(50, 200);

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
    if (request.getAnalysis().indexOf('\0') >= 0) {
      throw CladeException.invalidField(
          Reason.FIELD_MALFORMED, "analysis", request.getAnalysis(), "must not hold NUL");
    }
    ListPlace before = ListPlace.before(request, request.getPageToken());
    return reports
        .list(request.getAnalysis(), new ReportStore.Place(before.time(), before.id()), most + 1)
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
      response.setNextPageToken(new ListPlace(last.time(), last.id()).token(request));
    }
    return response.build();
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
