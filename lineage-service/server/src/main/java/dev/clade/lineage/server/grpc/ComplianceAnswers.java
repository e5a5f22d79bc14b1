package dev.clade.lineage.server.grpc;

import com.google.protobuf.Message;
import dev.clade.lineage.ecosystem.drift.MutationRate;
import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.license.LicenseFinding.Breach;
import dev.clade.lineage.graph.license.LicenseFinding.Verdict;
import dev.clade.lineage.graph.license.LicenseTable;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.server.compliance.EdgeAnswer;
import dev.clade.lineage.server.compliance.EdgeFinding;
import dev.clade.lineage.server.compliance.TraitChange;
import dev.clade.lineage.server.compliance.TraitSummary;
import dev.clade.lineage.server.page.EdgePosition;
import dev.clade.lineage.v1.LicenseConflict;
import dev.clade.lineage.v1.LicenseFinding;
import dev.clade.lineage.v1.LicenseVerdictCount;
import dev.clade.lineage.v1.ListLicenseFindingsRequest;
import dev.clade.lineage.v1.ListLicenseFindingsResponse;
import dev.clade.lineage.v1.ListTraitChangesRequest;
import dev.clade.lineage.v1.ListTraitChangesResponse;
import dev.clade.lineage.v1.TraitChangeCount;
import dev.clade.runtime.page.PageToken;
import java.util.Map;
import java.util.Optional;

/** Writes what is said of the relations of walks. */
final class ComplianceAnswers {
  private ComplianceAnswers() {}

  static ListTraitChangesResponse of(
      ListTraitChangesRequest request, EdgeAnswer<TraitChange, TraitSummary> answer) {
    GraphSnapshot graph = answer.walk().graph();
    ListTraitChangesResponse.Builder response =
        ListTraitChangesResponse.newBuilder()
            .setNextPageToken(token(request, answer.page().next()))
            .setSummary(summary(answer.total()))
            .setResumeToken(token(request, answer.page().resume()))
            .setSnapshotSequence(graph.sequence());
    answer.page().items().forEach(change -> response.addChanges(change(graph, change)));
    AnswerParts.truncation(answer.walk()).ifPresent(response::setTruncation);
    answer.unreachable().stream().map(ArtifactName::toString).forEach(response::addUnreachable);
    return response.build();
  }

  static ListLicenseFindingsResponse of(
      ListLicenseFindingsRequest request,
      EdgeAnswer<EdgeFinding, Map<Verdict, Long>> answer,
      LicenseTable table) {
    GraphSnapshot graph = answer.walk().graph();
    ListLicenseFindingsResponse.Builder response =
        ListLicenseFindingsResponse.newBuilder()
            .setNextPageToken(token(request, answer.page().next()))
            .setResumeToken(token(request, answer.page().resume()))
            .setTableVersion(table.version())
            .setSnapshotSequence(graph.sequence());
    answer.page().items().forEach(finding -> response.addFindings(finding(graph, finding)));
    answer
        .total()
        .forEach(
            (verdict, count) ->
                response.addVerdictCounts(
                    LicenseVerdictCount.newBuilder()
                        .setVerdict(ComplianceNames.of(verdict))
                        .setCount(count)));
    AnswerParts.truncation(answer.walk()).ifPresent(response::setTruncation);
    answer.unreachable().stream().map(ArtifactName::toString).forEach(response::addUnreachable);
    return response.build();
  }

  private static dev.clade.lineage.v1.TraitChange change(GraphSnapshot graph, TraitChange change) {
    dev.clade.lineage.v1.TraitChange.Builder told =
        dev.clade.lineage.v1.TraitChange.newBuilder()
            .setEdge(AnswerParts.edge(graph, change.edge()))
            .setChangeClass(ComplianceNames.of(change.change()))
            .addAllUpstreamValues(change.upstream())
            .addAllDownstreamValues(change.downstream())
            .addAllKeptValues(change.kept())
            .addAllLostValues(change.lost())
            .addAllGainedValues(change.gained());
    rate(change.mutation()).ifPresent(told::setMutation);
    return told.build();
  }

  private static dev.clade.lineage.v1.TraitSummary summary(TraitSummary summary) {
    dev.clade.lineage.v1.TraitSummary.Builder told =
        dev.clade.lineage.v1.TraitSummary.newBuilder()
            .setRelationCount(summary.relations())
            .setComparedCount(summary.mutation().edges())
            .setMutationSum(summary.mutation().mutations());
    rate(summary.mutation()).ifPresent(told::setMutationRate);
    summary
        .counts()
        .forEach(
            (change, count) ->
                told.addChanges(
                    TraitChangeCount.newBuilder()
                        .setChangeClass(ComplianceNames.of(change))
                        .setCount(count)));
    return told.build();
  }

  private static Optional<Double> rate(MutationRate mutation) {
    return mutation.edges() == 0 ? Optional.empty() : Optional.of(mutation.rate());
  }

  private static LicenseFinding finding(GraphSnapshot graph, EdgeFinding found) {
    LicenseFinding.Builder told =
        LicenseFinding.newBuilder()
            .setEdge(AnswerParts.edge(graph, found.edge()))
            .setVerdict(ComplianceNames.of(found.finding().verdict()))
            .addAllUpstreamLicenses(found.upstream())
            .addAllDownstreamLicenses(found.downstream())
            .addAllUnknownLicenses(found.finding().unknown())
            .setUpstreamCatalogued(graph.isCatalogued(found.edge().upstream()));
    found.finding().breach().ifPresent(breach -> told.setConflict(conflict(breach)));
    return told.build();
  }

  private static LicenseConflict conflict(Breach breach) {
    LicenseConflict.Builder told =
        LicenseConflict.newBuilder()
            .setLicense(breach.license().id())
            .addAllTerms(LicenseAnswers.terms(breach.terms()))
            .setSource(breach.license().source());
    breach.derivative().ifPresent(derivative -> told.setDownstreamLicense(derivative.id()));
    return told.build();
  }

  private static String token(Message request, Optional<EdgePosition> position) {
    return position.map(place -> PageToken.encode(request, place.toString())).orElse("");
  }
}
