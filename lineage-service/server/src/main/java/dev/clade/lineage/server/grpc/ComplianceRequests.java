package dev.clade.lineage.server.grpc;

import com.google.protobuf.Message;
import dev.clade.lineage.ecosystem.derivation.Trait;
import dev.clade.lineage.graph.RelationFilter;
import dev.clade.lineage.graph.license.LicenseChange;
import dev.clade.lineage.graph.license.LicenseFinding.Verdict;
import dev.clade.lineage.graph.walk.Direction;
import dev.clade.lineage.graph.walk.WalkQuestion;
import dev.clade.lineage.server.compliance.EdgeQuestion;
import dev.clade.lineage.server.lineage.Limit;
import dev.clade.lineage.server.lineage.LineageQuery;
import dev.clade.lineage.server.lineage.ResourceNames;
import dev.clade.lineage.server.page.EdgePosition;
import dev.clade.lineage.v1.LicenseVerdict;
import dev.clade.lineage.v1.ListLicenseFindingsRequest;
import dev.clade.lineage.v1.ListTraitChangesRequest;
import dev.clade.lineage.v1.TraitChangeClass;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.page.PageToken;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads requests about licences and other traits. */
final class ComplianceRequests {
  static final Limit NODES = new Limit("max_nodes", 10_000, 1_000_000);

  private static final Limit DEPTH = new Limit("max_depth", 100, 1_000);
  private static final Limit EDGES = new Limit("max_edges", 1_000_000, 100_000_000);

  private ComplianceRequests() {}

  static EdgeQuestion question(ListTraitChangesRequest request) {
    WalkQuestion walk =
        walk(
            LineageRequests.direction(request.getDirection(), request.getDirectionValue()),
            request.getRelationTypesValueList(),
            request.getMaxDepth(),
            request.getMaxNodes(),
            request.getMaxEdges());
    return question(
        request, request.getNamesList(), walk, request.getPageToken(), request.getPageSize());
  }

  static EdgeQuestion question(ListLicenseFindingsRequest request) {
    WalkQuestion walk =
        walk(
            LineageRequests.direction(request.getDirection(), request.getDirectionValue()),
            request.getRelationTypesValueList(),
            request.getMaxDepth(),
            request.getMaxNodes(),
            request.getMaxEdges());
    return question(
        request, request.getNamesList(), walk, request.getPageToken(), request.getPageSize());
  }

  /** Returns the relations to go along: derivations unless others are asked for. */
  static RelationFilter relations(List<Integer> numbers) {
    return numbers.isEmpty() ? RelationFilter.DERIVATIONS : LineageRequests.relations(numbers);
  }

  static Trait trait(ListTraitChangesRequest request) {
    return switch (request.getTrait()) {
      case TRAIT_LICENSE -> Trait.LICENSE;
      case TRAIT_TASK -> Trait.TASK;
      case TRAIT_LANGUAGE -> Trait.LANGUAGE;
      case TRAIT_LIBRARY -> Trait.LIBRARY;
      case TRAIT_UNSPECIFIED -> throw CladeException.missingField("trait");
      case UNRECOGNIZED ->
          throw LineageRequests.unknown("trait", request.getTraitValue(), "a trait");
    };
  }

  static Set<LicenseChange> changes(ListTraitChangesRequest request) {
    List<LicenseChange> chosen =
        request.getClassesValueList().stream()
            .map(
                number ->
                    Optional.ofNullable(TraitChangeClass.forNumber(number))
                        .flatMap(ComplianceNames::read)
                        .orElseThrow(() -> LineageRequests.unknown("classes", number, "classes")))
            .toList();
    return orAll(chosen, LicenseChange.class);
  }

  static Set<Verdict> verdicts(ListLicenseFindingsRequest request) {
    List<Verdict> chosen =
        request.getVerdictsValueList().stream()
            .map(
                number ->
                    Optional.ofNullable(LicenseVerdict.forNumber(number))
                        .flatMap(ComplianceNames::read)
                        .orElseThrow(() -> LineageRequests.unknown("verdicts", number, "verdicts")))
            .toList();
    return orAll(chosen, Verdict.class);
  }

  private static WalkQuestion walk(
      Direction direction, List<Integer> relations, int maxDepth, int maxNodes, int maxEdges) {
    return new WalkQuestion(direction, relations(relations), DEPTH.of(maxDepth), NODES.of(maxNodes))
        .withMaxEdges(EDGES.of(maxEdges));
  }

  private static EdgeQuestion question(
      Message request, List<String> names, WalkQuestion walk, String pageToken, int pageSize) {
    EdgePosition position =
        PageToken.decode(request)
            .map(text -> EdgePosition.parse(text).orElseThrow(() -> PageToken.invalid(pageToken)))
            .orElse(EdgePosition.START);
    return new EdgeQuestion(
        new LineageQuery(ResourceNames.parseAll("names", names, LineageQuery.MOST_NAMES), walk),
        position,
        LineageRequests.PAGE_SIZE.of(pageSize));
  }

  private static <E extends Enum<E>> Set<E> orAll(Collection<E> chosen, Class<E> type) {
    return chosen.isEmpty() ? EnumSet.allOf(type) : EnumSet.copyOf(chosen);
  }
}
