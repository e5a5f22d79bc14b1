package dev.clade.ingest.store;

import java.util.List;

/**
 * Successive artifacts.
 *
 * @param more whether others follow
 */
public record ArtifactPage(List<StoredArtifact> artifacts, boolean more) {
  /** Takes an unmodifiable copy of the list. */
  public ArtifactPage {
    artifacts = List.copyOf(artifacts);
  }
}
