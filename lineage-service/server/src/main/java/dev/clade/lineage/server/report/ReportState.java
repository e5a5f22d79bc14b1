package dev.clade.lineage.server.report;

/** How far a report is. */
public enum ReportState {
  /** It waits to be computed or is being computed. */
  RUNNING,
  /** It is there. */
  DONE,
  /** Its computation failed; asking again computes it anew. */
  FAILED,
  /** Whoever computed it was not heard of for too long. */
  ABANDONED
}
