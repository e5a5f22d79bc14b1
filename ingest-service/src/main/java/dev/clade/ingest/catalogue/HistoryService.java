package dev.clade.ingest.catalogue;

import dev.clade.ingest.store.HistoryStore;
import dev.clade.ingest.store.Page;
import dev.clade.ingest.store.StoredCounts;
import dev.clade.ingest.store.StoredVersion;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Reads what artifacts said before. Pages have fewer items than asked for when these are large. */
@ApplicationScoped
public class HistoryService {
  private final ArtifactNames names;
  private final HistoryStore history;

  @Inject
  HistoryService(ArtifactNames names, HistoryStore history) {
    this.names = names;
    this.history = history;
  }

  /**
   * Returns the earlier versions of an artifact, the latest first.
   *
   * @param before place in the feed at whose version the page before ended
   */
  public Uni<Page<StoredVersion>> versions(String artifact, long before, int most) {
    return names
        .keptUnder("parent", artifact)
        .flatMap(name -> history.versions(name, before, most, CatalogueService.PAGE_BYTES));
  }

  /**
   * Returns an artifact's counts, the earliest first and the present ones last.
   *
   * @param after time at whose counts the page before ended
   */
  public Uni<Page<StoredCounts>> counts(String artifact, Instant after, int most) {
    return names
        .keptUnder("parent", artifact)
        .flatMap(name -> history.counts(name, after, most, CatalogueService.PAGE_BYTES));
  }
}
