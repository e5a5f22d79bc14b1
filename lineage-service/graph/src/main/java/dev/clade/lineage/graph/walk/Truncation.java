package dev.clade.lineage.graph.walk;

import it.unimi.dsi.fastutil.ints.IntList;

/**
 * Why and where an answer is cut.
 *
 * @param reason which limit cut it; the number of artifacts when both did
 * @param frontier artifacts of the answer with a neighbor, in a direction in which the walk reached
 *     them, that is not in the answer; ascending
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
