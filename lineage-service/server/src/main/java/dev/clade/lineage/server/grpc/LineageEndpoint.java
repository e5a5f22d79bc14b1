package dev.clade.lineage.server.grpc;

import dev.clade.lineage.graph.family.Family;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.server.family.FamilyFinder;
import dev.clade.lineage.server.feed.FeedStatus;
import dev.clade.lineage.server.graph.GraphKeeper;
import dev.clade.lineage.server.lineage.LineageFinder;
import dev.clade.lineage.server.page.Page;
import dev.clade.lineage.server.page.WalkPosition;
import dev.clade.lineage.v1.GetFamilyRequest;
import dev.clade.lineage.v1.GetFamilyResponse;
import dev.clade.lineage.v1.GetLineageRequest;
import dev.clade.lineage.v1.GetLineageResponse;
import dev.clade.lineage.v1.GetPositionRequest;
import dev.clade.lineage.v1.GetPositionResponse;
import dev.clade.lineage.v1.LineageService;
import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.Optional;

/** The contract {@code clade.lineage.v1.LineageService}. Walks run on worker threads. */
@GrpcService
final class LineageEndpoint implements LineageService {
  private final LineageFinder lineages;
  private final FamilyFinder families;
  private final GraphKeeper graph;
  private final FeedStatus feed;

  @Inject
  LineageEndpoint(
      LineageFinder lineages, FamilyFinder families, GraphKeeper graph, FeedStatus feed) {
    this.lineages = lineages;
    this.families = families;
    this.graph = graph;
    this.feed = feed;
  }

  @Override
  @Blocking
  public Uni<GetLineageResponse> getLineage(GetLineageRequest request) {
    int size = LineageRequests.PAGE_SIZE.of(request.getPageSize());
    Optional<WalkPosition> position = LineageRequests.position(request, request.getPageToken());
    LineageFinder.Found found = lineages.find(LineageRequests.query(request));
    Page page = Page.after(position, found.lineage(), size);
    return Uni.createFrom().item(LineageAnswers.of(request, found, page));
  }

  @Override
  @Blocking
  public Uni<GetFamilyResponse> getFamily(GetFamilyRequest request) {
    int size = LineageRequests.PAGE_SIZE.of(request.getPageSize());
    Optional<WalkPosition> position = LineageRequests.position(request, request.getPageToken());
    Family family = families.find(request.getName(), request.getMaxNodes());
    Page page = Page.after(position, family.members(), size);
    return Uni.createFrom().item(FamilyAnswers.of(request, family, page));
  }

  /** Answers also while the graph is still being read: then with an empty graph. */
  @Override
  public Uni<GetPositionResponse> getPosition(GetPositionRequest request) {
    GraphSnapshot snapshot = graph.published();
    return Uni.createFrom()
        .item(
            GetPositionResponse.newBuilder()
                .setAppliedSequence(snapshot.sequence())
                .setHeadSequence(feed.head())
                .setLagChanges(feed.lag())
                .setNodeCount(snapshot.nodeCount())
                .setEdgeCount(snapshot.edgeCount())
                .setCataloguedCount(snapshot.cataloguedCount())
                .setFollowing(feed.isFollowing())
                .build());
  }
}
