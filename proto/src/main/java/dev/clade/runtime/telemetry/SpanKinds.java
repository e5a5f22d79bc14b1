package dev.clade.runtime.telemetry;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** Every kind of span that Clade records. */
public enum SpanKinds {
  /** A call that a server answers. */
  SERVER_CALL(
      "name of the method",
      "SERVER",
      "A call, from its arrival to its end. Its parent is the span of the caller.",
      List.of("rpc.system.name", "rpc.method", "rpc.response.status_code", "error.type")),
  /** A call that a client makes. */
  CLIENT_CALL(
      "name of the method",
      "CLIENT",
      "A call to a service, with its retries.",
      List.of("rpc.system.name", "rpc.method", "rpc.response.status_code", "error.type")),
  /** A statement or a command. */
  DATABASE(
      "`db.query.summary`",
      "CLIENT",
      "A statement of PostgreSQL or a command of Redis.",
      List.of(
          "db.system.name",
          "db.namespace",
          "db.operation.name",
          "db.collection.name",
          "db.query.summary",
          "db.query.text",
          "server.address",
          "server.port",
          "error.type")),
  /** An import's work. */
  IMPORT(
      "import",
      "CONSUMER",
      "What an instance did for an import until it ended or was taken over. Its parent is the call"
          + " that asked for the import, so that a restart goes on in the same trace.",
      List.of("clade.import", "clade.ingest.source", "clade.outcome", "error.type")),
  /** Changes applied to the graph. */
  APPLY(
      "apply changes",
      "CONSUMER",
      "Changes that brought the graph to the head of the feed. A trace of its own, linked to the"
          + " import that made the latest of them, because one application may hold changes of"
          + " many.",
      List.of("clade.lineage.applied.sequence", "clade.lineage.changes")),
  /** A report. */
  REPORT(
      "compute report",
      "CONSUMER",
      "The computation of a report, in the trace of the call that asked for it.",
      List.of("clade.lineage.analysis", "error.type")),
  /** An evaluation. */
  EVALUATION(
      "evaluate coalition",
      "CONSUMER",
      "A training and its measurement in a worker. Its parent is the call that created the run,"
          + " which the run's row keeps.",
      List.of("clade.valuation", "clade.coalition", "clade.replicate", "clade.utility.*")),
  /** A command of {@code ./clade}. */
  COMMAND(
      "`clade` and the command",
      "INTERNAL",
      "A command of `./clade`, when it is asked to record its trace.",
      List.of("process.exit.code"));

  private final String span;
  private final String kind;
  private final String description;
  private final ImmutableList<String> attributes;

  SpanKinds(String span, String kind, String description, List<String> attributes) {
    this.span = span;
    this.kind = kind;
    this.description = description;
    this.attributes = ImmutableList.copyOf(attributes);
  }

  /** Returns the span's name, or what it is made from. */
  public String span() {
    return span;
  }

  /** Returns the kind as OpenTelemetry names it. */
  public String kind() {
    return kind;
  }

  /** Returns what it tells of, for people. */
  public String description() {
    return description;
  }

  /** Returns the names of its attributes. */
  public List<String> attributes() {
    return attributes;
  }
}
