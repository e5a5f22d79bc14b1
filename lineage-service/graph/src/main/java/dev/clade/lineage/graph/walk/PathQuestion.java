package dev.clade.lineage.graph.walk;

import dev.clade.lineage.graph.RelationFilter;

/**
 * Which paths to look for, apart from their ends.
 *
 * @param way which way relations may be walked
 * @param relations types of relations to walk along
 * @param maxSteps most steps, at least 0
 * @param maxEdges most relations to look at in the search, at least 0; it ends before the first
 *     step that would take it beyond
 */
public record PathQuestion(Way way, RelationFilter relations, int maxSteps, long maxEdges) {
  /** Which way a path leads along relations. */
  public enum Way {
    /** Always towards what an artifact was made from. */
    UPSTREAM,
    /** Always towards what was made from an artifact. */
    DOWNSTREAM,
    /** Now the one, now the other. */
    EITHER
  }

  /** Checks the limits. */
  public PathQuestion {
    if (maxSteps < 0 || maxEdges < 0) {
      throw new IllegalArgumentException("maxSteps %d, maxEdges %d".formatted(maxSteps, maxEdges));
    }
  }
}
