package dev.clade.ingest.grpc;

import dev.clade.ingest.artifact.Commit;
import dev.clade.ingest.catalogue.CommitBatch;
import dev.clade.ingest.v1.ArtifactCommits;
import dev.clade.ingest.v1.StreamCommitsResponse;

/** Maps commits that are read in bulk. */
final class CommitMessages {
  private CommitMessages() {}

  static StreamCommitsResponse of(CommitBatch batch) {
    StreamCommitsResponse.Builder response =
        StreamCommitsResponse.newBuilder().setThroughName(batch.through());
    ArtifactCommits.Builder artifact = null;
    for (Commit commit : batch.commits()) {
      if (artifact == null || !artifact.getName().equals(commit.artifact())) {
        artifact = response.addArtifactsBuilder().setName(commit.artifact());
      }
      artifact.addCommits(EnrichmentMessages.of(commit));
    }
    return response.build();
  }
}
