package dev.clade.lineage.server.grpc;

import dev.clade.lineage.graph.family.Family;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.server.family.FamilyFinder;
import dev.clade.lineage.server.feed.FeedStatus;
import dev.clade.lineage.server.graph.GraphKeeper;
import dev.clade.lineage.server.lineage.LineageFinder;
import dev.clade.lineage.server.lineage.LineageQuery;
import dev.clade.lineage.server.lineage.ResourceNames;
import dev.clade.lineage.server.page.Page;
import dev.clade.lineage.server.page.WalkPosition;
import dev.clade.lineage.server.question.GraphQuestions;
import dev.clade.lineage.v1.CountImpactRequest;
import dev.clade.lineage.v1.CountImpactResponse;
import dev.clade.lineage.v1.FindCommonAncestorsRequest;
import dev.clade.lineage.v1.FindCommonAncestorsResponse;
import dev.clade.lineage.v1.FindPathRequest;
import dev.clade.lineage.v1.FindPathResponse;
import dev.clade.lineage.v1.GetFamilyRequest;
import dev.clade.lineage.v1.GetFamilyResponse;
import dev.clade.lineage.v1.GetLineageRequest;
import dev.clade.lineage.v1.GetLineageResponse;
import dev.clade.lineage.v1.GetPositionRequest;
import dev.clade.lineage.v1.GetPositionResponse;
import dev.clade.lineage.v1.GetStatsRequest;
import dev.clade.lineage.v1.GetStatsResponse;
import dev.clade.lineage.v1.LineageServiceGrpc.LineageServiceImplBase;
import dev.clade.lineage.v1.TraverseRequest;
import dev.clade.lineage.v1.TraverseResponse;
import dev.clade.runtime.context.CallerContext;
import dev.clade.runtime.grpc.Replies;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import java.util.Optional;

/** The contract {@code clade.lineage.v1.LineageService}. Long walks run on worker threads. */
@GrpcService
class LineageEndpoint extends LineageServiceImplBase {
  /** Requests up to this size name few artifacts. */
  private static final int BRIEF_BYTES = 2_048;

  private final LineageFinder lineages;
  private final FamilyFinder families;
  private final GraphQuestions questions;
  private final GraphKeeper graph;
  private final FeedStatus feed;
  private final Replies replies;

  @Inject
  LineageEndpoint(
      LineageFinder lineages,
      FamilyFinder families,
      GraphQuestions questions,
      GraphKeeper graph,
      FeedStatus feed,
      Replies replies) {
    this.lineages = lineages;
    this.families = families;
    this.questions = questions;
    this.graph = graph;
    this.feed = feed;
    this.replies = replies;
  }

  /** Answers at once what takes less time than to hand the call on to a worker thread. */
  @Override
  public void getLineage(GetLineageRequest request, StreamObserver<GetLineageResponse> client) {
    replies.quick(
        client,
        () -> quickLineage(request),
        () ->
            Uni.createFrom()
                .item(() -> lineage(request))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(CallerContext.current()));
  }

  @Override
  @Blocking
  public void getFamily(GetFamilyRequest request, StreamObserver<GetFamilyResponse> client) {
    replies.blocking(client, () -> family(request));
  }

  @Override
  @Blocking
  public void traverse(TraverseRequest request, StreamObserver<TraverseResponse> client) {
    replies.stream(client, () -> TraverseCall.of(request, lineages).parts());
  }

  @Override
  @Blocking
  public void findPath(FindPathRequest request, StreamObserver<FindPathResponse> client) {
    replies.blocking(
        client,
        () ->
            QuestionAnswers.of(
                questions.path(
                    QuestionRequests.name("from", request.getFrom()),
                    QuestionRequests.name("to", request.getTo()),
                    QuestionRequests.path(request))));
  }

  @Override
  @Blocking
  public void findCommonAncestors(
      FindCommonAncestorsRequest request, StreamObserver<FindCommonAncestorsResponse> client) {
    replies.blocking(
        client,
        () ->
            QuestionAnswers.ofAncestors(
                questions.commonAncestors(
                    ResourceNames.parseAll(
                        "names", request.getNamesList(), QuestionRequests.MOST_DESCENDANTS),
                    QuestionRequests.ancestors(request))));
  }

  @Override
  @Blocking
  public void countImpact(CountImpactRequest request, StreamObserver<CountImpactResponse> client) {
    replies.blocking(
        client,
        () ->
            QuestionAnswers.ofImpact(
                questions.impact(
                    ResourceNames.parseAll(
                        "names", request.getNamesList(), LineageQuery.MOST_NAMES),
                    QuestionRequests.impact(request))));
  }

  @Override
  @Blocking
  public void getStats(GetStatsRequest request, StreamObserver<GetStatsResponse> client) {
    replies.blocking(client, () -> QuestionAnswers.of(questions.stats()));
  }

  /** Answers also while the graph is still being read: then with an empty graph. */
  @Override
  public void getPosition(GetPositionRequest request, StreamObserver<GetPositionResponse> client) {
    replies.blocking(client, this::position);
  }

  private Optional<GetLineageResponse> quickLineage(GetLineageRequest request) {
    return request.getSerializedSize() > BRIEF_BYTES
        ? Optional.empty()
        : lineages
            .findQuickly(LineageRequests.query(request))
            .map(found -> lineage(request, found));
  }

  private GetLineageResponse lineage(GetLineageRequest request) {
    return lineage(request, lineages.find(LineageRequests.query(request)));
  }

  private static GetLineageResponse lineage(GetLineageRequest request, LineageFinder.Found found) {
    int size = LineageRequests.PAGE_SIZE.of(request.getPageSize());
    Optional<WalkPosition> position = LineageRequests.position(request, request.getPageToken());
    return LineageAnswers.of(request, found, Page.after(position, found.lineage(), size));
  }

  private GetFamilyResponse family(GetFamilyRequest request) {
    int size = LineageRequests.PAGE_SIZE.of(request.getPageSize());
    Optional<WalkPosition> position = LineageRequests.position(request, request.getPageToken());
    Family family = families.find(request.getName(), request.getMaxNodes());
    return FamilyAnswers.of(request, family, Page.after(position, family.members(), size));
  }

  private GetPositionResponse position() {
    GraphSnapshot snapshot = graph.published();
    return GetPositionResponse.newBuilder()
        .setAppliedSequence(snapshot.sequence())
        .setHeadSequence(feed.head())
        .setLagChanges(feed.lag())
        .setNodeCount(snapshot.nodeCount())
        .setEdgeCount(snapshot.edgeCount())
        .setCataloguedCount(snapshot.cataloguedCount())
        .setFollowing(feed.isFollowing())
        .build();
  }
}
