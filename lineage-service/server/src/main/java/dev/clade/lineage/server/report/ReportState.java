package dev.clade.lineage.server.report;

/** How far a report is. */
public enum ReportState {
  /** It waits to be computed or is being computed. */
  RUNNING,
  /** It is there. */
  DONE,
  /** Its computation failed by a fault of the server's. */
  FAILED,
  /** Whoever computed it was not heard of for too long. */
  ABANDONED
}
