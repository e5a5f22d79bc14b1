package dev.clade.ingest.grpc;

import dev.clade.hub.v1.ArtifactKind;
import dev.clade.ingest.catalogue.ArtifactMessages;
import dev.clade.ingest.catalogue.ArtifactQuery;
import dev.clade.ingest.catalogue.CatalogueService;
import dev.clade.ingest.feed.ChangeFeed;
import dev.clade.ingest.store.ArtifactPage;
import dev.clade.ingest.store.Detail;
import dev.clade.ingest.store.FeedCounters;
import dev.clade.ingest.v1.ArtifactView;
import dev.clade.ingest.v1.CatalogueServiceGrpc.CatalogueServiceImplBase;
import dev.clade.ingest.v1.GetArtifactRequest;
import dev.clade.ingest.v1.GetArtifactResponse;
import dev.clade.ingest.v1.GetCardRequest;
import dev.clade.ingest.v1.GetCardResponse;
import dev.clade.ingest.v1.GetCatalogueStatsRequest;
import dev.clade.ingest.v1.GetCatalogueStatsResponse;
import dev.clade.ingest.v1.ListArtifactsRequest;
import dev.clade.ingest.v1.ListArtifactsResponse;
import dev.clade.ingest.v1.ListCommitsRequest;
import dev.clade.ingest.v1.ListCommitsResponse;
import dev.clade.ingest.v1.ListCountsRequest;
import dev.clade.ingest.v1.ListCountsResponse;
import dev.clade.ingest.v1.ListDiscussionsRequest;
import dev.clade.ingest.v1.ListDiscussionsResponse;
import dev.clade.ingest.v1.ListFilesRequest;
import dev.clade.ingest.v1.ListFilesResponse;
import dev.clade.ingest.v1.ListVersionsRequest;
import dev.clade.ingest.v1.ListVersionsResponse;
import dev.clade.ingest.v1.StreamChangesRequest;
import dev.clade.ingest.v1.StreamChangesResponse;
import dev.clade.runtime.grpc.Replies;
import dev.clade.runtime.page.PageSize;
import dev.clade.runtime.page.PageToken;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;

/** Serves {@code CatalogueService}. */
@GrpcService
class CatalogueGrpcService extends CatalogueServiceImplBase {
  private static final PageSize PAGE_SIZE = new PageSize(100, 1_000);

  private final CatalogueService catalogue;
  private final ChangeFeed feed;
  private final HistoryCalls history;
  private final EnrichmentCalls enrichments;
  private final Replies replies;

  @Inject
  CatalogueGrpcService(
      CatalogueService catalogue,
      ChangeFeed feed,
      HistoryCalls history,
      EnrichmentCalls enrichments,
      Replies replies) {
    this.catalogue = catalogue;
    this.feed = feed;
    this.history = history;
    this.enrichments = enrichments;
    this.replies = replies;
  }

  @Override
  public void getArtifact(GetArtifactRequest request, StreamObserver<GetArtifactResponse> client) {
    replies.unary(
        client,
        () ->
            catalogue
                .get(request.getName())
                .map(artifact -> GetArtifactResponse.newBuilder().setArtifact(artifact).build()));
  }

  @Override
  public void listArtifacts(
      ListArtifactsRequest request, StreamObserver<ListArtifactsResponse> client) {
    replies.unary(client, () -> list(request));
  }

  @Override
  public void getCatalogueStats(
      GetCatalogueStatsRequest request, StreamObserver<GetCatalogueStatsResponse> client) {
    replies.unary(client, () -> catalogue.counters().map(CatalogueGrpcService::stats));
  }

  @Override
  public void streamChanges(
      StreamChangesRequest request, StreamObserver<StreamChangesResponse> client) {
    replies.stream(
        client,
        () ->
            feed.follow(
                    request.getAfterSequence(),
                    ChangeMessages.filter(request.getFilter()),
                    detail(request.getView()))
                .map(ChangeMessages::of));
  }

  @Override
  public void getCard(GetCardRequest request, StreamObserver<GetCardResponse> client) {
    replies.unary(client, () -> enrichments.card(request));
  }

  @Override
  public void listVersions(
      ListVersionsRequest request, StreamObserver<ListVersionsResponse> client) {
    replies.unary(client, () -> history.versions(request));
  }

  @Override
  public void listCounts(ListCountsRequest request, StreamObserver<ListCountsResponse> client) {
    replies.unary(client, () -> history.counts(request));
  }

  @Override
  public void listCommits(ListCommitsRequest request, StreamObserver<ListCommitsResponse> client) {
    replies.unary(client, () -> enrichments.commits(request));
  }

  @Override
  public void listDiscussions(
      ListDiscussionsRequest request, StreamObserver<ListDiscussionsResponse> client) {
    replies.unary(client, () -> enrichments.discussions(request));
  }

  @Override
  public void listFiles(ListFilesRequest request, StreamObserver<ListFilesResponse> client) {
    replies.unary(client, () -> enrichments.files(request));
  }

  private Uni<ListArtifactsResponse> list(ListArtifactsRequest request) {
    int most = PAGE_SIZE.of(request.getPageSize());
    String after = PagePlace.of(request, request.getPageToken(), "", Function.identity());
    ArtifactQuery query = new ArtifactQuery(collection(request.getKind()), request.getAuthor());
    return catalogue
        .list(query, after, most, detail(request.getView()))
        .map(page -> page(request, page));
  }

  private static ListArtifactsResponse page(ListArtifactsRequest request, ArtifactPage page) {
    ListArtifactsResponse.Builder response = ListArtifactsResponse.newBuilder();
    page.artifacts().forEach(stored -> response.addArtifacts(ArtifactMessages.of(stored)));
    if (page.more()) {
      String last = page.artifacts().getLast().artifact().name();
      response.setNextPageToken(PageToken.encode(request, last));
    }
    return response.build();
  }

  private static GetCatalogueStatsResponse stats(FeedCounters counters) {
    return GetCatalogueStatsResponse.newBuilder()
        .setHeadSequence(counters.head())
        .setArtifactCount(counters.artifacts())
        .setQuarantinedRecordCount(counters.quarantinedRecords())
        .setRelationCount(counters.relations())
        .build();
  }

  private static Detail detail(ArtifactView view) {
    return switch (view) {
      case ARTIFACT_VIEW_UNSPECIFIED, ARTIFACT_VIEW_BASIC -> Detail.BASIC;
      case ARTIFACT_VIEW_FULL -> Detail.FULL;
      case UNRECOGNIZED -> throw Kinds.unknown("view");
    };
  }

  /** Papers have a collection of names, though no records. */
  private static Optional<String> collection(ArtifactKind kind) {
    return kind == ArtifactKind.ARTIFACT_KIND_PAPER
        ? Optional.of("papers/")
        : Kinds.of("kind", kind).map(dev.clade.ingest.artifact.ArtifactKind::collection);
  }
}
