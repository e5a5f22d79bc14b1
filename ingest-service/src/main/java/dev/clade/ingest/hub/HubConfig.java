package dev.clade.ingest.hub;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What can be set of a hub, below {@code clade.ingest.hubs."name"}. */
public interface HubConfig {

  /** Where the hub is. */
  URI url();

  /** Token to ask with, for a higher rate limit. Nothing private is read with it. */
  Optional<String> token();

  /** Repositories a page; the Hub gives at most 1,000. */
  @WithDefault("1000")
  int pageSize();

  /** How long an answer may take. */
  @WithDefault("PT60S")
  Duration timeout();

  /**
   * How often a request is repeated before the crawl fails; with growing pauses of a minute at
   * most.
   */
  @WithDefault("1000")
  int mostRetries();

  /** Whether the hub is crawled by itself, as the two settings below say. */
  @WithDefault("false")
  boolean scheduled();

  /** Pause between two crawls of what changed. */
  @WithDefault("PT5M")
  Duration changesEvery();

  /**
   * Pause between two full crawls, which alone find removals and the counts of what did not change.
   */
  @WithDefault("P7D")
  Duration fullEvery();

  /** What to fetch about single artifacts: of {@code card, files, commits, discussions}. */
  Optional<List<Enrichment>> enrichments();

  /** Most artifacts that a crawl enriches in each way, the most downloaded first. */
  @WithDefault("10000")
  int mostEnriched();

  /**
   * Age at which an artifact's discussions are fetched again, for nothing tells that they changed.
   */
  @WithDefault("P7D")
  Duration discussionsAge();

  /**
   * Most declared names that a crawl asks the hub about because the catalogue does not have them.
   */
  @WithDefault("10000")
  int mostResolved();
}
