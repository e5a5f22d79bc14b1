package dev.clade.ingest.catalogue;

import dev.clade.ingest.artifact.Commit;
import dev.clade.ingest.artifact.Discussion;
import dev.clade.ingest.store.EnrichmentStore;
import dev.clade.ingest.store.Page;
import dev.clade.ingest.store.RowPlace;
import dev.clade.ingest.store.StoredCard;
import dev.clade.ingest.store.StoredFile;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/**
 * Reads what was fetched about single artifacts. Pages have fewer items than asked for when these
 * are large.
 */
@ApplicationScoped
public class EnrichmentService {
  private static final long PAGE_BYTES = CatalogueService.PAGE_BYTES;

  private final ArtifactNames names;
  private final EnrichmentStore enrichments;

  @Inject
  EnrichmentService(ArtifactNames names, EnrichmentStore enrichments) {
    this.names = names;
    this.enrichments = enrichments;
  }

  /** Returns an artifact's card; the failure is {@link Reason#CARD_NOT_FOUND} without one. */
  public Uni<StoredCard> card(String artifact) {
    return names
        .keptUnder("name", artifact)
        .flatMap(enrichments::card)
        .map(
            found ->
                found.orElseThrow(
                    () ->
                        new CladeException(
                            Reason.CARD_NOT_FOUND,
                            "there is no card of \"%s\", or it was never fetched"
                                .formatted(artifact),
                            Map.of("resource", artifact))));
  }

  /** Returns an artifact's commits, the latest first, behind a place. */
  public Uni<Page<Commit>> commits(String artifact, RowPlace after, int most) {
    return names
        .keptUnder("parent", artifact)
        .flatMap(name -> enrichments.commits(name, after, most, PAGE_BYTES));
  }

  /** Returns an artifact's discussions, behind a number. */
  public Uni<Page<Discussion>> discussions(String artifact, long after, int most) {
    return names
        .keptUnder("parent", artifact)
        .flatMap(name -> enrichments.discussions(name, after, most, PAGE_BYTES));
  }

  /** Returns an artifact's files by path, behind a path. */
  public Uni<Listing> files(String artifact, String after, int most) {
    return names
        .keptUnder("parent", artifact)
        .flatMap(
            name ->
                Uni.combine()
                    .all()
                    .unis(
                        enrichments.files(name, after, most, PAGE_BYTES),
                        enrichments.filesRevision(name))
                    .with(Listing::new));
  }

  /**
   * A page of files.
   *
   * @param revision commit that they were listed at; empty when unknown
   */
  public record Listing(Page<StoredFile> page, String revision) {}
}
