package dev.clade.ingest.catalogue;

import dev.clade.hub.v1.Artifact;
import dev.clade.ingest.IngestConfig;
import dev.clade.ingest.feed.FeedHead;
import dev.clade.ingest.store.ArtifactPage;
import dev.clade.ingest.store.ArtifactStore;
import dev.clade.ingest.store.Detail;
import dev.clade.ingest.store.FeedCounters;
import dev.clade.ingest.store.FeedStore;
import dev.clade.ingest.store.NameRange;
import dev.clade.ingest.store.StoredArtifact;
import dev.clade.runtime.cache.MessageCache;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads the catalogue. */
@ApplicationScoped
public class CatalogueService {
  /** Bytes of rows at which a page ends, well within what a gRPC client takes by default. */
  static final long PAGE_BYTES = 2 * 1024 * 1024;

  private final ArtifactStore artifacts;
  private final FeedStore feed;
  private final FeedHead head;
  private final MessageCache cache;
  private final Duration timeToLive;

  @Inject
  CatalogueService(
      ArtifactStore artifacts,
      FeedStore feed,
      FeedHead head,
      MessageCache cache,
      IngestConfig config) {
    this.artifacts = artifacts;
    this.feed = feed;
    this.head = head;
    this.cache = cache;
    this.timeToLive = config.cacheTimeToLive();
  }

  /**
   * Returns an artifact in full, at most one poll of the feed's head old. Where an old name leads
   * changes with the feed too: who writes an alias gives its artifact a new place.
   *
   * @param name resource name, present or old; the failure is {@link Reason#ARTIFACT_NOT_FOUND}
   *     when there is none
   */
  public Uni<Artifact> get(String name) {
    ArtifactNames.check("name", name);
    return head.current()
        .flatMap(
            known ->
                cache.get(
                    "ingest/artifact/%d/%s".formatted(known, name),
                    Artifact.parser(),
                    timeToLive,
                    () -> read(name)));
  }

  /**
   * Returns artifacts by name; fewer than asked for when they are large.
   *
   * @param after name behind which to begin; empty for the first page
   * @param most most artifacts, from 1
   */
  public Uni<ArtifactPage> list(ArtifactQuery query, String after, int most, Detail detail) {
    return list(query.ranges(), after, most, detail, List.of());
  }

  /** Returns how much there is. */
  public Uni<FeedCounters> counters() {
    return feed.counters();
  }

  private Uni<Artifact> read(String name) {
    return artifacts
        .findPresent(name)
        .map(
            found ->
                found
                    .map(ArtifactMessages::of)
                    .orElseThrow(() -> CladeException.notFound(Reason.ARTIFACT_NOT_FOUND, name)));
  }

  /** Reads one range after the other, until the page is full or the last range is read. */
  private Uni<ArtifactPage> list(
      List<NameRange> ranges, String after, int most, Detail detail, List<StoredArtifact> before) {
    return artifacts
        .list(ranges.getFirst(), after, most - before.size(), PAGE_BYTES, detail)
        .flatMap(
            page -> {
              List<StoredArtifact> artifacts = new ArrayList<>(before);
              artifacts.addAll(page.artifacts());
              boolean done = page.more() || ranges.size() == 1;
              return done
                  ? Uni.createFrom().item(new ArtifactPage(artifacts, page.more()))
                  : list(ranges.subList(1, ranges.size()), after, most, detail, artifacts);
            });
  }
}
