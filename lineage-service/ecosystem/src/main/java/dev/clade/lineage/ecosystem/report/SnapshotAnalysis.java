package dev.clade.lineage.ecosystem.report;

import dev.clade.lineage.graph.snapshot.GraphSnapshot;

/** An analysis that a snapshot is enough for. */
public non-sealed interface SnapshotAnalysis extends Analysis {
  /**
   * Answers.
   *
   * @param parameters made of {@link #parameters}
   */
  Report run(GraphSnapshot snapshot, Parameters parameters);
}
