package dev.clade.ingest.store;

import java.util.Optional;

/**
 * A row that takes the place of what was known of an artifact.
 *
 * @param before what was known; empty when the artifact is new
 */
record Replacement(Optional<KnownArtifact> before, ArtifactRow after) {

  int addedRelations() {
    return after.relationCount()
        - before.map(known -> known.artifact().relations().size()).orElse(0);
  }

  /** Returns whether fields changed that change slowly. */
  boolean isNewVersion() {
    return before.isPresent() && !before.get().artifact().sameButCounts(after.artifact());
  }

  boolean hasNewCounts() {
    return before.isPresent() && !before.get().artifact().sameCounts(after.artifact());
  }
}
