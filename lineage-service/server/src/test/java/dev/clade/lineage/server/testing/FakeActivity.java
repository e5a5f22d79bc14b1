package dev.clade.lineage.server.testing;

import dev.clade.ingest.v1.ActivityServiceGrpc;
import dev.clade.ingest.v1.ArtifactCommits;
import dev.clade.ingest.v1.Commit;
import dev.clade.ingest.v1.StreamCommitsRequest;
import dev.clade.ingest.v1.StreamCommitsResponse;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;

/** Commits in memory, each a batch of its own, as {@code clade.ingest.v1} sends them. */
public final class FakeActivity extends ActivityServiceGrpc.ActivityServiceImplBase {
  private final List<ArtifactCommits> commits = new ArrayList<>();
  private boolean away;

  /** Forgets all commits. */
  public synchronized void clear() {
    commits.clear();
  }

  /** Stores a commit; those of an artifact must follow each other. */
  public synchronized void store(String artifact, String... authors) {
    Commit commit = Commit.newBuilder().addAllAuthors(List.of(authors)).build();
    commits.add(ArtifactCommits.newBuilder().setName(artifact).addCommits(commit).build());
  }

  /** Breaks every stream behind its first batch until it is back. */
  public synchronized void setAway(boolean isAway) {
    away = isAway;
  }

  @Override
  public synchronized void streamCommits(
      StreamCommitsRequest request, StreamObserver<StreamCommitsResponse> stream) {
    for (ArtifactCommits each : commits) {
      stream.onNext(StreamCommitsResponse.newBuilder().addArtifacts(each).build());
      if (away) {
        stream.onError(Status.UNAVAILABLE.asRuntimeException());
        return;
      }
    }
    stream.onCompleted();
  }
}
