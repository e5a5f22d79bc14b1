package dev.clade.lineage.server.grpc;

import dev.clade.hub.v1.ArtifactKind;
import dev.clade.ingest.v1.ActivityServiceGrpc;
import dev.clade.ingest.v1.ArtifactCommits;
import dev.clade.ingest.v1.StreamCommitsRequest;
import dev.clade.ingest.v1.StreamCommitsResponse;
import dev.clade.lineage.ecosystem.catalogue.CardText;
import dev.clade.lineage.ecosystem.catalogue.Catalogue;
import dev.clade.lineage.ecosystem.catalogue.DatedCounts;
import dev.clade.lineage.ecosystem.catalogue.Repository;
import dev.clade.lineage.ecosystem.history.Commit;
import dev.clade.lineage.ecosystem.history.History;
import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.server.report.CatalogueSource;
import dev.clade.runtime.grpc.FailureTranslator;
import io.grpc.StatusRuntimeException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The catalogue of {@code clade.ingest.v1.ActivityService}. */
@Singleton
final class GrpcCatalogueSource implements CatalogueSource {
  private final CatalogueChannel catalogue;

  @Inject
  GrpcCatalogueSource(CatalogueChannel catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Catalogue open(Duration longest) {
    return new Reading(longest);
  }

  private final class Reading implements Catalogue {
    private final Duration longest;

    Reading(Duration longest) {
      this.longest = longest;
    }

    @Override
    public void readRepositories(
        dev.clade.lineage.graph.ArtifactKind kind, Consumer<Repository> reader) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void readCommits(dev.clade.lineage.graph.ArtifactKind kind, Consumer<History> reader) {
      try {
        Iterator<StreamCommitsResponse> batches =
            ActivityServiceGrpc.newBlockingStub(catalogue.open())
                .withDeadlineAfter(longest.toMillis(), TimeUnit.MILLISECONDS)
                .streamCommits(
                    StreamCommitsRequest.newBuilder()
                        .addKinds(ArtifactKind.ARTIFACT_KIND_MODEL)
                        .build());
        while (batches.hasNext()) {
          batches.next().getArtifactsList().forEach(each -> add(reader, each));
        }
      } catch (StatusRuntimeException e) {
        throw FailureTranslator.translate(e);
      }
    }

    @Override
    public void readCounts(
        dev.clade.lineage.graph.ArtifactKind kind, Consumer<DatedCounts> reader) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void readCards(dev.clade.lineage.graph.ArtifactKind kind, Consumer<CardText> reader) {
      throw new UnsupportedOperationException();
    }

    private static void add(Consumer<History> reader, ArtifactCommits artifact) {
      ArtifactName.parse(artifact.getName())
          .ifPresent(
              name ->
                  reader.accept(
                      new History(
                          name.id(),
                          artifact.getCommitsList().stream()
                              .map(
                                  each ->
                                      new Commit(
                                          Instant.ofEpochSecond(each.getCommitTime().getSeconds()),
                                          each.getAuthorsList(),
                                          each.getTitle()))
                              .toList())));
    }
  }
}
