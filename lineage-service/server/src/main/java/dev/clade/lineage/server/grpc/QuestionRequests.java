package dev.clade.lineage.server.grpc;

import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.walk.AncestorQuestion;
import dev.clade.lineage.graph.walk.ImpactQuestion;
import dev.clade.lineage.graph.walk.PathQuestion;
import dev.clade.lineage.server.lineage.Limit;
import dev.clade.lineage.server.lineage.ResourceNames;
import dev.clade.lineage.v1.CountImpactRequest;
import dev.clade.lineage.v1.FindCommonAncestorsRequest;
import dev.clade.lineage.v1.FindPathRequest;
import dev.clade.runtime.error.CladeException;

/** Reads the questions about the graph other than walks and families. */
final class QuestionRequests {
  /** Most artifacts of which common ancestors are asked. */
  static final int MOST_DESCENDANTS = 100;

  private static final Limit STEPS = new Limit("max_steps", 20, 1_000);
  private static final Limit EDGES = new Limit("max_edges", 1_000_000, 100_000_000);
  private static final Limit ANCESTOR_DEPTH = new Limit("max_depth", 100, 1_000);
  private static final Limit ANCESTORS = new Limit("max_nodes", 1_000, 10_000);
  private static final Limit IMPACT_DEPTH = new Limit("max_depth", 1_000, 1_000);
  private static final Limit IMPACT_EDGES = new Limit("max_edges", 10_000_000, 100_000_000);

  private QuestionRequests() {}

  static PathQuestion path(FindPathRequest request) {
    return new PathQuestion(
        way(request),
        LineageRequests.relations(request.getRelationTypesValueList()),
        STEPS.of(request.getMaxSteps()),
        EDGES.of(request.getMaxEdges()));
  }

  static AncestorQuestion ancestors(FindCommonAncestorsRequest request) {
    return new AncestorQuestion(
        LineageRequests.relations(request.getRelationTypesValueList()),
        ANCESTOR_DEPTH.of(request.getMaxDepth()),
        ANCESTORS.of(request.getMaxNodes()),
        EDGES.of(request.getMaxEdges()));
  }

  static ImpactQuestion impact(CountImpactRequest request) {
    return new ImpactQuestion(
        LineageRequests.relations(request.getRelationTypesValueList()),
        NodeFilters.of("count_filter", request.getCountFilter()),
        IMPACT_DEPTH.of(request.getMaxDepth()),
        IMPACT_EDGES.of(request.getMaxEdges()));
  }

  /** Returns a name that must be there. */
  static ArtifactName name(String field, String resourceName) {
    if (resourceName.isEmpty()) {
      throw CladeException.missingField(field);
    }
    return ResourceNames.parse(field, resourceName);
  }

  private static PathQuestion.Way way(FindPathRequest request) {
    return switch (request.getDirection()) {
      case PATH_DIRECTION_UPSTREAM -> PathQuestion.Way.UPSTREAM;
      case PATH_DIRECTION_DOWNSTREAM -> PathQuestion.Way.DOWNSTREAM;
      case PATH_DIRECTION_UNSPECIFIED, PATH_DIRECTION_EITHER -> PathQuestion.Way.EITHER;
      case UNRECOGNIZED ->
          throw LineageRequests.unknown(
              "direction", request.getDirectionValue(), "a path's direction");
    };
  }
}
