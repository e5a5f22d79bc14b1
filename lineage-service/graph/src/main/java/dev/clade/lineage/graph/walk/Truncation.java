package dev.clade.lineage.graph.walk;

import it.unimi.dsi.fastutil.ints.IntList;

/**
 * Why and where a walk stopped.
 *
 * @param reason the limit that stopped it; when the number of artifacts did, it is that one
 * @param frontier artifacts from which the walk, having kept to what it had come to so far, could
 *     go on; ascending. Walks that go on from all of them miss nothing
 */
public record Truncation(Reason reason, IntList frontier) {
  /** The limits that stop a walk. */
  public enum Reason {
    /** There is more beyond the depth. */
    MAX_DEPTH,
    /** There are more artifacts than allowed. */
    MAX_NODES,
    /** There are more relations to look at than allowed. */
    MAX_EDGES
  }
}
