package dev.clade.ingest.grpc;

import dev.clade.ingest.store.StoredCard;
import dev.clade.ingest.store.StoredFile;
import dev.clade.ingest.v1.ArtifactFile;
import dev.clade.ingest.v1.Commit;
import dev.clade.ingest.v1.Discussion;
import dev.clade.ingest.v1.GetCardResponse;
import dev.clade.runtime.grpc.Times;

/** Maps what was fetched about one artifact. */
final class EnrichmentMessages {
  private EnrichmentMessages() {}

  static GetCardResponse of(StoredCard card) {
    return GetCardResponse.newBuilder()
        .setText(card.text())
        .setData(card.data())
        .setRevision(card.revision())
        .setFetchTime(Times.timestamp(card.fetchTime()))
        .build();
  }

  static Commit of(dev.clade.ingest.artifact.Commit commit) {
    return Commit.newBuilder()
        .setCommitId(commit.id())
        .setCommitTime(Times.timestamp(commit.time()))
        .setTitle(commit.title())
        .setMessage(commit.message())
        .addAllAuthors(commit.authors())
        .build();
  }

  static Discussion of(dev.clade.ingest.artifact.Discussion discussion) {
    return Discussion.newBuilder()
        .setNumber(discussion.number())
        .setTitle(discussion.title())
        .setStatus(discussion.status())
        .setPullRequest(discussion.pullRequest())
        .setAuthor(discussion.author())
        .setCreateTime(Times.timestamp(discussion.createTime()))
        .build();
  }

  static ArtifactFile of(StoredFile file) {
    return ArtifactFile.newBuilder().setPath(file.path()).setSizeBytes(file.sizeBytes()).build();
  }
}
