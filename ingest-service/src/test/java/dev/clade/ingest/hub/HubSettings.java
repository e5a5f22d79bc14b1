package dev.clade.ingest.hub;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A hub's configuration, for tests. */
record HubSettings(URI url, Optional<String> token, int mostRetries, boolean scheduled)
    implements HubConfig {

  HubSettings(URI url, Optional<String> token, int mostRetries) {
    this(url, token, mostRetries, false);
  }

  @Override
  public int pageSize() {
    return 1_000;
  }

  @Override
  public Duration timeout() {
    return Duration.ofSeconds(5);
  }

  @Override
  public Duration changesEvery() {
    return Duration.ofMinutes(5);
  }

  @Override
  public Duration fullEvery() {
    return Duration.ofDays(7);
  }

  @Override
  public Optional<List<Enrichment>> enrichments() {
    return Optional.empty();
  }

  @Override
  public int mostEnriched() {
    return 10;
  }

  @Override
  public Duration discussionsAge() {
    return Duration.ofDays(7);
  }

  @Override
  public int mostResolved() {
    return 10;
  }
}
