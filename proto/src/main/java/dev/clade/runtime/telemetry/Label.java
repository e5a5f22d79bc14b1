package dev.clade.runtime.telemetry;

/**
 * A label of a metric. What it may be is bounded, so that no caller can make series without end.
 */
public enum Label {
  /** The method that was called. */
  RPC_METHOD(
      "rpc.method",
      "a method of the service, such as `clade.ingest.v1.CatalogueService/GetArtifact`, or `_OTHER`"
          + " for what is no method",
      64),
  /** How the call ended. */
  RPC_STATUS("rpc.response.status_code", "a status code of gRPC, such as `OK`", 17),
  /** What came of something; each metric says of what. */
  OUTCOME("outcome", "listed at the metric", 8),
  /** Where records come from. */
  SOURCE("source", "`file` for all files, or a hub that is configured", 16),
  /** State of an import or a run. */
  STATE("state", "a state of the contract, without its prefix", 8),
  /** Why a run waits. */
  REASON("reason", "a reason of `PendingReason`", 16),
  /** The analysis of a report. */
  ANALYSIS("analysis", "name of an analysis", 32),
  /** The version that runs. */
  VERSION("version", "the version that runs", 1);

  private final String label;
  private final String values;
  private final int bound;

  Label(String label, String values, int bound) {
    this.label = label;
    this.values = values;
    this.bound = bound;
  }

  /** Returns the name, with dots. */
  public String label() {
    return label;
  }

  /** Returns what the label may be, for people. */
  public String range() {
    return values;
  }

  /** Returns how many values there are at most. */
  public int bound() {
    return bound;
  }

  /** Returns the name in Prometheus' text. */
  public String prometheusName() {
    return label.replace('.', '_');
  }
}
