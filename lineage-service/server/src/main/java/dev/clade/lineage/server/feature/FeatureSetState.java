package dev.clade.lineage.server.feature;

/** How far a feature set is. */
public enum FeatureSetState {
  /** It waits to be made or is being made. */
  MAKING,
  /** It is there. */
  READY,
  /** It could not be made. */
  FAILED
}
