package dev.clade.ingest.hub;

import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.ingest.store.ArtifactRowEncoder;
import dev.clade.ingest.store.ImportTask;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Puts the steps of a crawl together. */
final class Crawl {
  /** What was modified while a first page was on its way, by a hub whose servers' clocks differ. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private final Hub hub;
  private final HubConfig config;
  private final HubClient client;
  private final CrawlItems items;
  private final ImportTask task;
  private final ArtifactRowEncoder encoder;

  Crawl(Hub hub, HubConfig config, HubClient client, CrawlItems items, ImportTask task) {
    this.hub = hub;
    this.config = config;
    this.client = client;
    this.items = items;
    this.task = task;
    this.encoder = new ArtifactRowEncoder(task.id(), task.provenance());
  }

  /**
   * Returns the steps.
   *
   * @param began when the crawl began; null when it has not
   */
  List<CrawlStep> steps(CrawlScope scope, Instant began) {
    List<CrawlStep> steps = new ArrayList<>();
    Instant known = hub.watermark();
    if (scope == CrawlScope.FULL) {
      for (ArtifactKind kind : ArtifactKind.values()) {
        steps.add(listing(kind, CrawlScope.FULL, null));
      }
      known = began;
    }
    Instant watermark = known == null ? null : known.minus(MARGIN);
    for (ArtifactKind kind : ArtifactKind.values()) {
      steps.add(listing(kind, CrawlScope.CHANGES, watermark));
    }
    ArtifactQuestion question = new ArtifactQuestion(client, encoder);
    if (scope == CrawlScope.FULL) {
      for (ArtifactKind kind : ArtifactKind.values()) {
        steps.add(new SweepStep(kind, hub, task.id(), items, question));
      }
    }
    steps.add(new ResolveStep(hub, scope, config.mostResolved(), items, question));
    for (Enrichment enrichment : config.enrichments().orElse(List.of())) {
      steps.add(new EnrichmentStep(enrichment, fetch(enrichment), items, config));
    }
    steps.add(new FinishStep(hub.name()));
    return steps;
  }

  private ListingStep listing(ArtifactKind kind, CrawlScope scope, Instant watermark) {
    return new ListingStep(
        kind, scope, client, config, encoder, new Listed(kind, scope, watermark));
  }

  private EnrichmentStep.Fetch fetch(Enrichment enrichment) {
    return switch (enrichment) {
      case CARD -> new CardFetch(client);
      case FILES -> new FileFetch(client);
      case COMMITS -> new CommitFetch(client);
      case DISCUSSIONS -> new DiscussionFetch(client);
    };
  }
}
