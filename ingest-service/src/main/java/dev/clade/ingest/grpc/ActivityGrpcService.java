package dev.clade.ingest.grpc;

import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.ingest.catalogue.ActivityStreams;
import dev.clade.ingest.v1.ActivityServiceGrpc.ActivityServiceImplBase;
import dev.clade.ingest.v1.StreamCardsRequest;
import dev.clade.ingest.v1.StreamCardsResponse;
import dev.clade.ingest.v1.StreamCommitsRequest;
import dev.clade.ingest.v1.StreamCommitsResponse;
import dev.clade.ingest.v1.StreamCountsRequest;
import dev.clade.ingest.v1.StreamCountsResponse;
import dev.clade.ingest.v1.StreamRepositoriesRequest;
import dev.clade.ingest.v1.StreamRepositoriesResponse;
import dev.clade.runtime.grpc.Replies;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Serves {@code ActivityService}. */
@GrpcService
class ActivityGrpcService extends ActivityServiceImplBase {
  private final ActivityStreams streams;
  private final Replies replies;

  @Inject
  ActivityGrpcService(ActivityStreams streams, Replies replies) {
    this.streams = streams;
    this.replies = replies;
  }

  @Override
  public void streamRepositories(
      StreamRepositoriesRequest request, StreamObserver<StreamRepositoriesResponse> client) {
    replies.stream(
        client,
        () ->
            streams
                .repositories(request.getAfterName(), kinds(request.getKindsList()))
                .map(ActivityMessages::repositories));
  }

  @Override
  public void streamCommits(
      StreamCommitsRequest request, StreamObserver<StreamCommitsResponse> client) {
    replies.stream(
        client,
        () ->
            streams
                .commits(request.getAfterName(), kinds(request.getKindsList()))
                .map(ActivityMessages::commits));
  }

  @Override
  public void streamCounts(
      StreamCountsRequest request, StreamObserver<StreamCountsResponse> client) {
    replies.stream(
        client,
        () ->
            streams
                .counts(request.getAfterName(), kinds(request.getKindsList()))
                .map(ActivityMessages::counts));
  }

  @Override
  public void streamCards(StreamCardsRequest request, StreamObserver<StreamCardsResponse> client) {
    replies.stream(
        client,
        () ->
            streams
                .cards(request.getAfterName(), kinds(request.getKindsList()))
                .map(ActivityMessages::cards));
  }

  private static Set<ArtifactKind> kinds(List<dev.clade.hub.v1.ArtifactKind> kinds) {
    return Set.copyOf(Kinds.each("kinds", kinds));
  }
}
