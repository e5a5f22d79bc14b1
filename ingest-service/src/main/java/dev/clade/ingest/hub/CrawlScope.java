package dev.clade.ingest.hub;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What a crawl reads. The names are stored and never change. */
@RegisterForReflection
public enum CrawlScope {
  /** Every artifact; what is not there any more becomes a tombstone. */
  FULL,
  /** What was modified since the last crawl. */
  CHANGES
}
