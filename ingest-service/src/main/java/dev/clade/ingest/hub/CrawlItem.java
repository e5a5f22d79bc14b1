package dev.clade.ingest.hub;

import dev.clade.ingest.artifact.ArtifactKind;

/**
 * An artifact that a crawl is to ask about.
 *
 * @param place its place in the step
 * @param name resource name
 * @param revision what the catalogue has as its revision; empty when unknown
 * @param etag what the hub tagged the last answer with; empty when there was none
 */
record CrawlItem(long place, String name, String revision, String etag) {

  ArtifactKind kind() {
    return ArtifactKind.ofName(name);
  }

  /** Returns the hub's name for it. */
  String id() {
    return name.substring(kind().collection().length());
  }
}
