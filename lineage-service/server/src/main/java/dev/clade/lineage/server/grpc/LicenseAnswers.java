package dev.clade.lineage.server.grpc;

import dev.clade.lineage.graph.license.License;
import dev.clade.lineage.graph.license.LicenseTable;
import dev.clade.lineage.graph.license.Obligations.Unclear;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.server.compliance.ObligationAnswer;
import dev.clade.lineage.server.compliance.ObligationOrigin;
import dev.clade.lineage.server.page.WalkPosition;
import dev.clade.lineage.v1.LicenseTerm;
import dev.clade.lineage.v1.ListLicensesRequest;
import dev.clade.lineage.v1.ListLicensesResponse;
import dev.clade.lineage.v1.ListObligationsRequest;
import dev.clade.lineage.v1.ListObligationsResponse;
import dev.clade.lineage.v1.Obligation;
import dev.clade.runtime.page.PageToken;
import java.util.Collection;
import java.util.List;

/** Writes what licences ask, and of whom. */
final class LicenseAnswers {
  private LicenseAnswers() {}

  static ListObligationsResponse of(
      ListObligationsRequest request, ObligationAnswer answer, LicenseTable table) {
    GraphSnapshot graph = answer.graph();
    ListObligationsResponse.Builder response =
        ListObligationsResponse.newBuilder()
            .setNextPageToken(
                answer
                    .next()
                    .map(WalkPosition::toString)
                    .map(position -> PageToken.encode(request, position))
                    .orElse(""))
            .addAllTerms(terms(answer.terms()))
            .setUnclearCount(answer.unclearCount())
            .setTableVersion(table.version())
            .setSnapshotSequence(graph.sequence());
    answer.origins().forEach(origin -> response.addOrigins(origin(graph, origin)));
    answer
        .truncation()
        .map(cut -> AnswerParts.truncation(graph, cut))
        .ifPresent(response::setTruncation);
    return response.build();
  }

  /**
   * Returns a page of the table.
   *
   * @param last identifier of the last licence of the page before; empty for the first page
   */
  static ListLicensesResponse page(
      ListLicensesRequest request, LicenseTable table, String last, int size) {
    Collection<License> rest = table.after(last);
    List<License> page = rest.stream().limit(size).toList();
    return ListLicensesResponse.newBuilder()
        .addAllLicenses(page.stream().map(LicenseAnswers::license).toList())
        .setNextPageToken(
            page.size() < rest.size() ? PageToken.encode(request, page.getLast().id()) : "")
        .setTotalCount(table.size())
        .setTableVersion(table.version())
        .build();
  }

  /** Returns terms in the order of the contract. */
  static List<LicenseTerm> terms(Collection<dev.clade.lineage.graph.license.LicenseTerm> terms) {
    return terms.stream().map(ComplianceNames::of).sorted().toList();
  }

  private static dev.clade.lineage.v1.ObligationOrigin origin(
      GraphSnapshot graph, ObligationOrigin origin) {
    return dev.clade.lineage.v1.ObligationOrigin.newBuilder()
        .setName(AnswerParts.name(graph, origin.node()))
        .setDistance(origin.path().size())
        .setCatalogued(graph.isCatalogued(origin.node()))
        .addAllPath(AnswerParts.edges(graph, origin.path()))
        .addAllObligations(origin.licenses().stream().map(LicenseAnswers::obligation).toList())
        .setUnclear(origin.unclear().isPresent())
        .addAllUnknownLicenses(origin.unclear().map(Unclear::unknown).orElse(List.of()))
        .build();
  }

  private static Obligation obligation(License license) {
    return Obligation.newBuilder()
        .setLicense(license.id())
        .addAllTerms(terms(license.terms()))
        .setSource(license.source())
        .build();
  }

  private static dev.clade.lineage.v1.License license(License license) {
    return dev.clade.lineage.v1.License.newBuilder()
        .setId(license.id())
        .addAllTerms(terms(license.terms()))
        .addAllCompatibleLicenses(license.compatible().stream().sorted().toList())
        .setSource(license.source())
        .build();
  }
}
