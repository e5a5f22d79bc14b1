package dev.clade.lineage.server.grpc;

import dev.clade.ingest.v1.Commit;
import dev.clade.ingest.v1.DatedCounts;
import dev.clade.ingest.v1.StreamCardsRequest;
import dev.clade.ingest.v1.StreamCardsResponse;
import dev.clade.ingest.v1.StreamCommitsRequest;
import dev.clade.ingest.v1.StreamCommitsResponse;
import dev.clade.ingest.v1.StreamCountsRequest;
import dev.clade.ingest.v1.StreamCountsResponse;
import dev.clade.ingest.v1.StreamRepositoriesRequest;
import dev.clade.ingest.v1.StreamRepositoriesResponse;
import dev.clade.lineage.ecosystem.catalogue.CardText;
import dev.clade.lineage.ecosystem.catalogue.Catalogue;
import dev.clade.lineage.ecosystem.catalogue.Repository;
import dev.clade.lineage.ecosystem.history.History;
import dev.clade.lineage.graph.ArtifactKind;
import java.util.function.Consumer;

/** The catalogue, batch by batch: nothing is kept but the artifact that is being read. */
final class ActivityCatalogue implements Catalogue {
  private final ResumedStreams streams;

  ActivityCatalogue(ResumedStreams streams) {
    this.streams = streams;
  }

  @Override
  public void readRepositories(ArtifactKind kind, Consumer<Repository> reader) {
    StreamRepositoriesRequest.Builder request =
        StreamRepositoriesRequest.newBuilder().addKinds(ContractNames.of(kind));
    streams.read(
        (service, name) -> service.streamRepositories(request.setAfterName(name).build()),
        StreamRepositoriesResponse::getThroughName,
        batch ->
            batch
                .getRepositoriesList()
                .forEach(each -> reader.accept(ActivityMessages.repository(each))),
        () -> {});
  }

  @Override
  public void readCommits(ArtifactKind kind, Consumer<History> reader) {
    WholeArtifacts<Commit> whole =
        new WholeArtifacts<>(
            (name, commits) -> reader.accept(ActivityMessages.history(name, commits)));
    StreamCommitsRequest.Builder request =
        StreamCommitsRequest.newBuilder().addKinds(ContractNames.of(kind));
    streams.read(
        (service, name) -> service.streamCommits(request.setAfterName(name).build()),
        StreamCommitsResponse::getThroughName,
        batch -> {
          batch
              .getArtifactsList()
              .forEach(each -> whole.add(each.getName(), each.getCommitsList()));
          whole.through(batch.getThroughName());
        },
        whole::forget);
  }

  @Override
  public void readCounts(
      ArtifactKind kind, Consumer<dev.clade.lineage.ecosystem.catalogue.DatedCounts> reader) {
    WholeArtifacts<DatedCounts> whole =
        new WholeArtifacts<>(
            (name, counts) ->
                counts.forEach(each -> reader.accept(ActivityMessages.counts(name, each))));
    StreamCountsRequest.Builder request =
        StreamCountsRequest.newBuilder().addKinds(ContractNames.of(kind));
    streams.read(
        (service, name) -> service.streamCounts(request.setAfterName(name).build()),
        StreamCountsResponse::getThroughName,
        batch -> {
          batch.getArtifactsList().forEach(each -> whole.add(each.getName(), each.getCountsList()));
          whole.through(batch.getThroughName());
        },
        whole::forget);
  }

  @Override
  public void readCards(ArtifactKind kind, Consumer<CardText> reader) {
    StreamCardsRequest.Builder request =
        StreamCardsRequest.newBuilder().addKinds(ContractNames.of(kind));
    streams.read(
        (service, name) -> service.streamCards(request.setAfterName(name).build()),
        StreamCardsResponse::getThroughName,
        batch -> batch.getCardsList().forEach(each -> reader.accept(ActivityMessages.card(each))),
        () -> {});
  }
}
