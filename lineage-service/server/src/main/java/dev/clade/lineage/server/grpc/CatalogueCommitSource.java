package dev.clade.lineage.server.grpc;

import dev.clade.hub.v1.ArtifactKind;
import dev.clade.ingest.v1.ActivityServiceGrpc;
import dev.clade.ingest.v1.ArtifactCommits;
import dev.clade.ingest.v1.Commit;
import dev.clade.ingest.v1.StreamCommitsRequest;
import dev.clade.ingest.v1.StreamCommitsResponse;
import dev.clade.lineage.ecosystem.network.commit.CommitTable;
import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.server.report.CommitSource;
import dev.clade.runtime.grpc.FailureTranslator;
import io.grpc.StatusRuntimeException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;

/**
 * The commits of {@code clade.ingest.v1.ActivityService}, batch by batch: nothing of a batch is
 * kept but the authors, as numbers.
 */
@Singleton
final class CatalogueCommitSource implements CommitSource {
  private static final StreamCommitsRequest MODELS =
      StreamCommitsRequest.newBuilder().addKinds(ArtifactKind.ARTIFACT_KIND_MODEL).build();

  private final CatalogueChannel catalogue;

  @Inject
  CatalogueCommitSource(CatalogueChannel catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public CommitTable read(Duration longest) {
    CommitTable.Builder table = new CommitTable.Builder();
    try {
      Iterator<StreamCommitsResponse> batches =
          ActivityServiceGrpc.newBlockingStub(catalogue.open())
              .withDeadlineAfter(longest.toMillis(), TimeUnit.MILLISECONDS)
              .streamCommits(MODELS);
      while (batches.hasNext()) {
        batches.next().getArtifactsList().forEach(each -> add(table, each));
      }
    } catch (StatusRuntimeException e) {
      throw FailureTranslator.translate(e);
    }
    return table.build();
  }

  /** What is no name here has no node in the graph either. */
  private static void add(CommitTable.Builder table, ArtifactCommits artifact) {
    ArtifactName.parse(artifact.getName())
        .ifPresent(
            name -> {
              for (Commit commit : artifact.getCommitsList()) {
                table.add(name.id(), commit.getAuthorsList());
              }
            });
  }
}
