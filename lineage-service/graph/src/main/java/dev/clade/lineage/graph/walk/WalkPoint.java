package dev.clade.lineage.graph.walk;

/**
 * A point in the order of an answer, which need not be taken.
 *
 * @param distance steps from a start, without sign
 * @param nextNode the first node of this distance that is not before the point
 */
public record WalkPoint(int distance, int nextNode) {
  /** The point before everything. */
  public static final WalkPoint START = new WalkPoint(0, 0);

  /** Whether an artifact is before the point. */
  public boolean isAfter(int steps, int node) {
    return steps < distance || (steps == distance && node < nextNode);
  }
}
