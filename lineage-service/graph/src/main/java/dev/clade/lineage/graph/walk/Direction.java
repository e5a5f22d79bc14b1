package dev.clade.lineage.graph.walk;

/** Which way to walk. */
public enum Direction {
  /** Towards what the artifacts were made from. */
  UPSTREAM,
  /** Towards what was made from them. */
  DOWNSTREAM,
  /** Ancestors and descendants, each walked in its own direction. */
  BOTH;

  boolean isUpstream() {
    return this != DOWNSTREAM;
  }

  boolean isDownstream() {
    return this != UPSTREAM;
  }
}
