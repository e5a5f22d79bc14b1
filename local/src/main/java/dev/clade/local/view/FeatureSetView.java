package dev.clade.local.view;

import dev.clade.lineage.v1.FeatureSet;

/** A feature set: what the shared embedding is learned from. */
public final class FeatureSetView {
  private FeatureSetView() {}

  /** Returns what is known of a set. */
  public static String render(FeatureSet set) {
    return set.getName()
        + "\n"
        + new Fields()
            .add("state", state(set.getState()))
            .add("why", set.getFailure())
            .add("snapshot", set.hasSnapshotTime(), set.getSnapshotTime())
            .addKnown("feed at", set.getSnapshotSequence())
            .addKnown("repositories", set.getRepositoryCount())
            .addKnown("bytes", set.getSizeBytes())
            .add("SHA-256", set.getDigest())
            .add("asked for", set.hasCreateTime(), set.getCreateTime())
            .render();
  }

  private static String state(FeatureSet.State state) {
    return switch (state) {
      case STATE_MAKING -> "being made";
      case STATE_READY -> "ready";
      case STATE_FAILED -> "failed";
      case STATE_UNSPECIFIED, UNRECOGNIZED -> "unknown";
    };
  }
}
