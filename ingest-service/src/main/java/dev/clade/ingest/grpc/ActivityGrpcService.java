package dev.clade.ingest.grpc;

import dev.clade.ingest.catalogue.CommitStream;
import dev.clade.ingest.v1.ActivityServiceGrpc.ActivityServiceImplBase;
import dev.clade.ingest.v1.StreamCommitsRequest;
import dev.clade.ingest.v1.StreamCommitsResponse;
import dev.clade.runtime.grpc.Replies;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import jakarta.inject.Inject;
import java.util.Set;

/** Serves {@code ActivityService}. */
@GrpcService
class ActivityGrpcService extends ActivityServiceImplBase {
  private final CommitStream commits;
  private final Replies replies;

  @Inject
  ActivityGrpcService(CommitStream commits, Replies replies) {
    this.commits = commits;
    this.replies = replies;
  }

  @Override
  public void streamCommits(
      StreamCommitsRequest request, StreamObserver<StreamCommitsResponse> client) {
    replies.stream(
        client,
        () ->
            commits
                .behind(
                    request.getAfterName(), Set.copyOf(Kinds.each("kinds", request.getKindsList())))
                .map(CommitMessages::of));
  }
}
