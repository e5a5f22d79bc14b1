package dev.clade.ingest.hub;

import dev.clade.ingest.artifact.Artifact;
import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.ingest.artifact.HubState;
import dev.clade.ingest.store.BatchPart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a page of a listing brings beside its artifacts.
 *
 * @param kind what is listed
 * @param scope whether the listing is full, so that its pages are remembered
 * @param watermark time of modification before which everything is known; null when nothing is
 */
record Listed(ArtifactKind kind, CrawlScope scope, Instant watermark) {

  /**
   * Returns what is written with a page.
   *
   * @param page number of the page in its step
   */
  List<BatchPart> parts(List<Artifact> artifacts, long page) {
    List<BatchPart> parts = new ArrayList<>();
    if (scope == CrawlScope.FULL) {
      parts.add(SeenNames.part(kind, artifacts.stream().map(Artifact::name).toList(), page));
    }
    parts.add(Renaming.byHubId(artifacts));
    return parts;
  }

  /** Returns whether everything behind these artifacts, the latest modified first, is known. */
  boolean reachesKnown(List<Artifact> artifacts) {
    if (watermark == null || artifacts.isEmpty()) {
      return false;
    }
    HubState last = artifacts.getLast().hub();
    return last.modifyTime() != null && last.modifyTime().isBefore(watermark);
  }
}
