package dev.clade.local.check;

import dev.clade.hub.v1.Artifact;
import dev.clade.ingest.v1.ArtifactView;
import dev.clade.ingest.v1.Change;
import dev.clade.ingest.v1.GetCatalogueStatsRequest;
import dev.clade.ingest.v1.GetCatalogueStatsResponse;
import dev.clade.ingest.v1.ListArtifactsRequest;
import dev.clade.ingest.v1.ListArtifactsResponse;
import dev.clade.ingest.v1.StreamChangesRequest;
import dev.clade.ingest.v1.StreamChangesResponse;
import dev.clade.local.client.MeshClient;
import dev.clade.local.mesh.Service;
import io.grpc.Context;
import io.grpc.Context.CancellableContext;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** Does the catalogue agree with its feed? Reads all of both. */
public final class CatalogueChecks {
  private static final int LARGEST_PAGE = 1_000;

  private final MeshClient client;

  /** Creates checks that call through a client. */
  public CatalogueChecks(MeshClient client) {
    this.client = client;
  }

  /**
   * Returns what the checks found.
   *
   * @param visitor shown every artifact of the catalogue, ordered by name
   */
  public List<Check> run(Consumer<Artifact> visitor) {
    GetCatalogueStatsResponse stats = stats();
    Census listed = new Census();
    boolean ordered = list(visitor.andThen(listed::add));
    Census replayed = new Census();
    long gaps = replay(stats.getHeadSequence(), replayed);
    return List.of(
        new Check("the list is in the order of names, without repeats", ordered, ""),
        Check.equal("artifacts", "counted", stats.getArtifactCount(), "listed", listed.artifacts()),
        Check.equal("relations", "counted", stats.getRelationCount(), "listed", listed.relations()),
        Check.equal("artifacts", "listed", listed.artifacts(), "in the feed", replayed.artifacts()),
        new Check("the feed has each artifact as it is listed", listed.sameAs(replayed), ""),
        new Check(
            "the feed's numbers rise up to its head",
            gaps == 0,
            "head %,d, %,d out of order".formatted(stats.getHeadSequence(), gaps)));
  }

  private GetCatalogueStatsResponse stats() {
    return client.call(
        Service.INGEST,
        () -> client.catalogue().getCatalogueStats(GetCatalogueStatsRequest.getDefaultInstance()));
  }

  private boolean list(Consumer<Artifact> visitor) {
    ListArtifactsRequest.Builder next =
        ListArtifactsRequest.newBuilder()
            .setPageSize(LARGEST_PAGE)
            .setView(ArtifactView.ARTIFACT_VIEW_BASIC);
    boolean ordered = true;
    String last = "";
    do {
      ListArtifactsResponse page =
          client.call(Service.INGEST, () -> client.catalogue().listArtifacts(next.build()));
      for (Artifact artifact : page.getArtifactsList()) {
        ordered &= last.compareTo(artifact.getName()) < 0;
        last = artifact.getName();
        visitor.accept(artifact);
      }
      next.setPageToken(page.getNextPageToken());
    } while (!next.getPageToken().isEmpty());
    return ordered;
  }

  /** Replays the feed up to a head, and returns how many changes were not after the one before. */
  private long replay(long head, Census census) {
    if (head == 0) {
      return 0;
    }
    StreamChangesRequest request =
        StreamChangesRequest.newBuilder().setView(ArtifactView.ARTIFACT_VIEW_BASIC).build();
    CancellableContext context = Context.current().withCancellation();
    Context outer = context.attach();
    try {
      return client.call(
          Service.INGEST,
          () -> {
            Iterator<StreamChangesResponse> batches = client.catalogue().streamChanges(request);
            long last = 0;
            long through = 0;
            long disorder = 0;
            while (through < head) {
              StreamChangesResponse batch = batches.next();
              for (Change change : batch.getChangesList()) {
                disorder += change.getSequence() > last ? 0 : 1;
                last = change.getSequence();
                census.add(change.getArtifact());
              }
              disorder += batch.getThroughSequence() < last ? 1 : 0;
              through = batch.getThroughSequence();
            }
            return disorder;
          });
    } finally {
      context.detach(outer);
      context.cancel(null);
    }
  }
}
