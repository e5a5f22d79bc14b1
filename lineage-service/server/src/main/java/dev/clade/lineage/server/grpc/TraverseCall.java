package dev.clade.lineage.server.grpc;

import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.walk.Lineage;
import dev.clade.lineage.graph.walk.Truncation;
import dev.clade.lineage.graph.walk.WalkPoint;
import dev.clade.lineage.graph.walk.WalkQuestion;
import dev.clade.lineage.server.lineage.Limit;
import dev.clade.lineage.server.lineage.LineageFinder;
import dev.clade.lineage.server.lineage.LineageQuery;
import dev.clade.lineage.server.lineage.ResourceNames;
import dev.clade.lineage.server.page.WalkPosition;
import dev.clade.lineage.v1.TraverseRequest;
import dev.clade.lineage.v1.TraverseResponse;
import dev.clade.runtime.page.PageToken;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.Optional;

/** One call of Traverse: the walk is done at once, its parts are written when they can be sent. */
final class TraverseCall {
  private static final Limit DEPTH = new Limit("max_depth", 100, 1_000);
  private static final Limit NODES = new Limit("max_nodes", 10_000, 10_000_000);
  private static final Limit EDGES = new Limit("max_edges", 1_000_000, 100_000_000);

  private final TraverseRequest request;
  private final LineageFinder.Found found;
  private final int partSize;
  private final NodeView view;

  private TraverseCall(
      TraverseRequest request, LineageFinder.Found found, int partSize, NodeView view) {
    this.request = request;
    this.found = found;
    this.partSize = partSize;
    this.view = view;
  }

  /** Checks a request and walks. */
  static TraverseCall of(TraverseRequest request, LineageFinder lineages) {
    int partSize = LineageRequests.PAGE_SIZE.of(request.getPageSize());
    NodeView view = view(request);
    Optional<WalkPosition> position = LineageRequests.position(request, request.getPageToken());
    LineageFinder.Found found =
        lineages.find(
            query(request),
            graph -> position.map(last -> last.behind(graph)).orElse(WalkPoint.START));
    return new TraverseCall(request, found, partSize, view);
  }

  /** Returns the parts, each made when it is asked for, and not on an event loop. */
  Multi<TraverseResponse> parts() {
    int size = found.lineage().size();
    int count = Math.max(1, Math.ceilDiv(size, partSize));
    return Multi.createFrom()
        .range(0, count)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(part -> part(part, part == count - 1));
  }

  private TraverseResponse part(int index, boolean isLast) {
    Lineage lineage = found.lineage();
    int start = index * partSize;
    int end = Math.min(start + partSize, lineage.size());
    TraverseResponse.Builder part =
        TraverseResponse.newBuilder().setSnapshotSequence(lineage.graph().sequence());
    for (int place = start; place < end; place++) {
      part.addNodes(view.node(lineage, place));
    }
    if (index == 0) {
      found.unreachable().stream().map(ArtifactName::toString).forEach(part::addUnreachable);
    }
    if (isLast) {
      AnswerParts.truncation(lineage).ifPresent(part::setTruncation);
    }
    if (!isLast || isCutByNodes(lineage)) {
      String last = WalkPosition.of(lineage, end - 1).toString();
      part.setNextPageToken(PageToken.encode(request, last));
    }
    return part.build();
  }

  private static boolean isCutByNodes(Lineage lineage) {
    return lineage
        .truncation()
        .filter(cut -> cut.reason() == Truncation.Reason.MAX_NODES)
        .isPresent();
  }

  private static LineageQuery query(TraverseRequest request) {
    WalkQuestion walk =
        new WalkQuestion(
            LineageRequests.direction(request.getDirection(), request.getDirectionValue()),
            LineageRequests.relations(request.getRelationTypesValueList()),
            NodeFilters.of("return_filter", request.getReturnFilter()),
            NodeFilters.of("walk_filter", request.getWalkFilter()),
            WalkPoint.START,
            DEPTH.of(request.getMaxDepth()),
            NODES.of(request.getMaxNodes()),
            EDGES.of(request.getMaxEdges()));
    return new LineageQuery(
        ResourceNames.parseAll("names", request.getNamesList(), LineageQuery.MOST_NAMES), walk);
  }

  private static NodeView view(TraverseRequest request) {
    return switch (request.getView()) {
      case TRAVERSE_VIEW_NAMES -> NodeView.NAMES;
      case TRAVERSE_VIEW_UNSPECIFIED, TRAVERSE_VIEW_EDGES -> NodeView.EDGES;
      case TRAVERSE_VIEW_ATTRIBUTES -> NodeView.ATTRIBUTES;
      case UNRECOGNIZED -> throw LineageRequests.unknown("view", request.getViewValue(), "a view");
    };
  }
}
