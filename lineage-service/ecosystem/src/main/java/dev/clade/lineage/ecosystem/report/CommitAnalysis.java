package dev.clade.lineage.ecosystem.report;

import dev.clade.lineage.ecosystem.network.commit.CommitTable;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;

/** An analysis that needs the commits of all models beside a snapshot. */
public non-sealed interface CommitAnalysis extends Analysis {
  /**
   * Answers.
   *
   * @param commits of the models that have any, which may be later ones than the snapshot's
   * @param parameters made of {@link #parameters}
   */
  Report run(GraphSnapshot snapshot, CommitTable commits, Parameters parameters);
}
