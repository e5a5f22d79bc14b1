package dev.clade.local.check;

import com.google.common.hash.Hashing;
import dev.clade.hub.v1.Artifact;

/** Counts artifacts, and sums them up into a number that does not depend on their order. */
final class Census {
  private long artifacts;
  private long relations;
  private long digest;

  void add(Artifact artifact) {
    artifacts++;
    relations += artifact.getRelationsCount();
    // Both readers use the same view, so equal artifacts have equal bytes.
    digest += Hashing.sha256().hashBytes(artifact.toByteArray()).asLong();
  }

  long artifacts() {
    return artifacts;
  }

  long relations() {
    return relations;
  }

  boolean sameAs(Census other) {
    return artifacts == other.artifacts && digest == other.digest;
  }
}
