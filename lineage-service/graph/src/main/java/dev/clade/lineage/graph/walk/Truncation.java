package dev.clade.lineage.graph.walk;

import it.unimi.dsi.fastutil.ints.IntList;

/**
 * Why and where an answer is cut.
 *
 * @param reason which limit cut it; the number of artifacts when both did
 * @param frontier artifacts from which the walk, having kept to the answer so far, could leave it;
 *     ascending. Walks that go on from all of them miss nothing
 */
public record Truncation(Reason reason, IntList frontier) {
  /** The limits that cut an answer. */
  public enum Reason {
    /** There is more beyond the depth. */
    MAX_DEPTH,
    /** There are more artifacts than allowed. */
    MAX_NODES
  }
}
