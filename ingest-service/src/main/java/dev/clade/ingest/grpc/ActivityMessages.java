package dev.clade.ingest.grpc;

import dev.clade.hub.v1.Availability;
import dev.clade.ingest.artifact.Commit;
import dev.clade.ingest.catalogue.BulkBatch;
import dev.clade.ingest.store.ArtifactCounts;
import dev.clade.ingest.store.CardText;
import dev.clade.ingest.v1.ArtifactCard;
import dev.clade.ingest.v1.ArtifactCommits;
import dev.clade.ingest.v1.CardFacts;
import dev.clade.ingest.v1.Repository;
import dev.clade.ingest.v1.StreamCardsResponse;
import dev.clade.ingest.v1.StreamCommitsResponse;
import dev.clade.ingest.v1.StreamCountsResponse;
import dev.clade.ingest.v1.StreamRepositoriesResponse;
import dev.clade.runtime.grpc.Times;

/** Maps what is read in bulk. */
final class ActivityMessages {
  private ActivityMessages() {}

  static StreamRepositoriesResponse repositories(
      BulkBatch<dev.clade.ingest.store.Repository> batch) {
    StreamRepositoriesResponse.Builder response =
        StreamRepositoriesResponse.newBuilder().setThroughName(batch.through());
    batch.rows().forEach(each -> response.addRepositories(repository(each)));
    return response.build();
  }

  static StreamCommitsResponse commits(BulkBatch<Commit> batch) {
    StreamCommitsResponse.Builder response =
        StreamCommitsResponse.newBuilder().setThroughName(batch.through());
    ArtifactCommits.Builder artifact = null;
    for (Commit commit : batch.rows()) {
      if (artifact == null || !artifact.getName().equals(commit.artifact())) {
        artifact = response.addArtifactsBuilder().setName(commit.artifact());
      }
      artifact.addCommits(EnrichmentMessages.of(commit));
    }
    return response.build();
  }

  static StreamCountsResponse counts(BulkBatch<ArtifactCounts> batch) {
    StreamCountsResponse.Builder response =
        StreamCountsResponse.newBuilder().setThroughName(batch.through());
    dev.clade.ingest.v1.ArtifactCounts.Builder artifact = null;
    for (ArtifactCounts row : batch.rows()) {
      if (artifact == null || !artifact.getName().equals(row.name())) {
        artifact = response.addArtifactsBuilder().setName(row.name());
      }
      artifact.addCounts(HistoryCalls.counts(row.counts()));
    }
    return response.build();
  }

  static StreamCardsResponse cards(BulkBatch<CardText> batch) {
    StreamCardsResponse.Builder response =
        StreamCardsResponse.newBuilder().setThroughName(batch.through());
    for (CardText card : batch.rows()) {
      response.addCards(ArtifactCard.newBuilder().setName(card.name()).setText(card.text()));
    }
    return response.build();
  }

  private static Repository repository(dev.clade.ingest.store.Repository row) {
    Repository.Builder message =
        Repository.newBuilder()
            .setName(row.name())
            .setAvailability(Availability.forNumber(row.availability().code()))
            .setDownloadCount(row.downloads())
            .setLikeCount(row.likes())
            .setTask(row.task())
            .setLibrary(row.library())
            .addAllLicenses(row.licenses())
            .addAllLanguages(row.languages())
            .addAllTags(row.tags());
    if (row.createTime() != null) {
      message.setCreateTime(Times.timestamp(row.createTime()));
    }
    row.commits().ifPresent(message::setCommitCount);
    row.contributors().ifPresent(message::setContributorCount);
    row.discussions().ifPresent(message::setDiscussionCount);
    row.bytes().ifPresent(message::setSizeBytes);
    row.card()
        .ifPresent(
            card ->
                message.setCard(
                    CardFacts.newBuilder()
                        .setLength(card.length())
                        .setAutomatic(card.automatic())));
    return message.build();
  }
}
