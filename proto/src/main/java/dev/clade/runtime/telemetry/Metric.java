package dev.clade.runtime.telemetry;

import static dev.clade.runtime.telemetry.Label.ANALYSIS;
import static dev.clade.runtime.telemetry.Label.OUTCOME;
import static dev.clade.runtime.telemetry.Label.REASON;
import static dev.clade.runtime.telemetry.Label.RPC_METHOD;
import static dev.clade.runtime.telemetry.Label.RPC_STATUS;
import static dev.clade.runtime.telemetry.Label.SOURCE;
import static dev.clade.runtime.telemetry.Label.STATE;
import static dev.clade.runtime.telemetry.Label.VERSION;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** Every metric that Clade's servers have of their own, beside those of Quarkus. */
public enum Metric {
  /** Duration of calls, at the server. */
  RPC_SERVER_CALL_DURATION(
      "rpc.server.call.duration",
      Kind.HISTOGRAM,
      Unit.SECONDS,
      Owner.ALL,
      "Time from the arrival of a call to its end. Long polls and streams are in it.",
      RPC_METHOD,
      RPC_STATUS),
  /** Duration of calls to other services. */
  RPC_CLIENT_CALL_DURATION(
      "rpc.client.call.duration",
      Kind.HISTOGRAM,
      Unit.SECONDS,
      Owner.ALL,
      "Time from the start of a call to another service to its end, retries included.",
      RPC_METHOD,
      RPC_STATUS),
  /** Questions to the cache. */
  CACHE_REQUESTS(
      "clade.cache.requests",
      Kind.COUNTER,
      Unit.NONE,
      Owner.ALL,
      "Questions to the cache, by outcome: `recent` when the instance had the value itself, `hit` when"
          + " Redis had it, `miss`, or `unavailable` when Redis did not answer and the value was"
          + " computed.",
      OUTCOME),
  /** Whether Redis answers. */
  CACHE_AVAILABLE(
      "clade.cache.available",
      Kind.GAUGE,
      Unit.NONE,
      Owner.ALL,
      "1 while Redis answers, 0 while calls go on without it."),
  /** What runs. */
  BUILD_INFO(
      "clade.build.info",
      Kind.GAUGE,
      Unit.NONE,
      Owner.ALL,
      "Always 1; its label tells which version runs.",
      VERSION),

  /** Head of the feed. */
  FEED_HEAD(
      "clade.ingest.feed.head",
      Kind.GAUGE,
      Unit.NONE,
      Owner.INGEST,
      "Sequence number of the latest change, as this instance knows it."),
  /** Age of the latest change. */
  FEED_AGE(
      "clade.ingest.feed.age",
      Kind.GAUGE,
      Unit.SECONDS,
      Owner.INGEST,
      "Time since the latest change was committed; NaN before the first."),
  /** Records that imports committed. */
  RECORDS(
      "clade.ingest.records",
      Kind.COUNTER,
      Unit.NONE,
      Owner.INGEST,
      "Records that imports of this instance committed: `created`, `updated`, `unchanged`, or"
          + " refused and `quarantined`.",
      SOURCE,
      OUTCOME),
  /** Duration of batches. */
  BATCH(
      "clade.ingest.batch",
      Kind.HISTOGRAM,
      Unit.SECONDS,
      Owner.INGEST,
      "Time to commit a batch of records, waiting for the database included.",
      SOURCE),
  /** Imports under way. */
  IMPORTS(
      "clade.ingest.imports",
      Kind.GAUGE,
      Unit.NONE,
      Owner.INGEST,
      "Imports that are not over, by state, of all instances together.",
      STATE),
  /** Requests that hubs allow. */
  CRAWL_QUOTA(
      "clade.ingest.crawl.quota",
      Kind.GAUGE,
      Unit.NONE,
      Owner.INGEST,
      "Requests that a hub still allowed when it last answered; NaN before it told.",
      SOURCE),

  /** Position of the graph. */
  APPLIED(
      "clade.lineage.applied.sequence",
      Kind.GAUGE,
      Unit.NONE,
      Owner.LINEAGE,
      "The last change of the feed that answers include."),
  /** Changes behind. */
  LAG_CHANGES(
      "clade.lineage.lag.changes",
      Kind.GAUGE,
      Unit.NONE,
      Owner.LINEAGE,
      "Changes that answers are behind the head of the feed, as last heard."),
  /** Time behind. */
  LAG(
      "clade.lineage.lag",
      Kind.GAUGE,
      Unit.SECONDS,
      Owner.LINEAGE,
      "For how long answers have been behind the head of the feed."),
  /** Whether the feed is followed. */
  FOLLOWING(
      "clade.lineage.following",
      Kind.GAUGE,
      Unit.NONE,
      Owner.LINEAGE,
      "1 while the feed is followed and the graph has caught up with it, else 0."),
  /** Nodes of the graph. */
  NODES("clade.lineage.nodes", Kind.GAUGE, Unit.NONE, Owner.LINEAGE, "Artifacts in the graph."),
  /** Relations of the graph. */
  EDGES("clade.lineage.edges", Kind.GAUGE, Unit.NONE, Owner.LINEAGE, "Relations in the graph."),
  /** Rebuilds of the graph. */
  REBUILD(
      "clade.lineage.rebuild",
      Kind.TIMER,
      Unit.SECONDS,
      Owner.LINEAGE,
      "Building a snapshot of the graph from its records."),
  /** Overlays of the graph. */
  OVERLAY(
      "clade.lineage.overlay",
      Kind.TIMER,
      Unit.SECONDS,
      Owner.LINEAGE,
      "Laying fresh changes over the snapshot, instead of building one."),
  /** Checkpoints of the graph. */
  CHECKPOINT(
      "clade.lineage.checkpoint",
      Kind.TIMER,
      Unit.SECONDS,
      Owner.LINEAGE,
      "Writing the graph's records to disk."),
  /** Reports under way. */
  REPORTS_RUNNING(
      "clade.lineage.reports.running",
      Kind.GAUGE,
      Unit.NONE,
      Owner.LINEAGE,
      "Reports that this instance computes or has in its queue."),
  /** Reports computed. */
  REPORT(
      "clade.lineage.report",
      Kind.TIMER,
      Unit.SECONDS,
      Owner.LINEAGE,
      "Computing a report.",
      ANALYSIS),
  /** Repositories of the embedding. */
  EMBEDDING_REPOSITORIES(
      "clade.lineage.embedding.repositories",
      Kind.GAUGE,
      Unit.NONE,
      Owner.LINEAGE,
      "Repositories in the version of the embedding that answers; 0 without one."),
  /** Memory of the embedding. */
  EMBEDDING_BYTES(
      "clade.lineage.embedding.bytes",
      Kind.GAUGE,
      Unit.NONE,
      Owner.LINEAGE,
      "Bytes that the vectors of the version that answers take in memory, of all its views."),
  /** Whether a version cannot be loaded. */
  EMBEDDING_FAILING(
      "clade.lineage.embedding.failing",
      Kind.GAUGE,
      Unit.NONE,
      Owner.LINEAGE,
      "1 while the version that is to be served cannot be loaded and the one before answers."),
  /** Loads of versions. */
  EMBEDDING_LOAD(
      "clade.lineage.embedding.load",
      Kind.TIMER,
      Unit.SECONDS,
      Owner.LINEAGE,
      "Loading a version of the embedding and building its index."),
  /** Feature sets made. */
  FEATURE_SET(
      "clade.lineage.feature.set",
      Kind.TIMER,
      Unit.SECONDS,
      Owner.LINEAGE,
      "Making a feature set."),
  /** Versions encoded. */
  ENCODING(
      "clade.lineage.embedding.encoding",
      Kind.TIMER,
      Unit.SECONDS,
      Owner.LINEAGE,
      "Encoding all repositories with a version of the embedding."),

  /** Runs by state. */
  RUNS(
      "clade.valuation.runs",
      Kind.GAUGE,
      Unit.NONE,
      Owner.VALUATION,
      "Runs by state, of all instances together.",
      STATE),
  /** Runs that wait. */
  RUNS_PENDING(
      "clade.valuation.runs.pending",
      Kind.GAUGE,
      Unit.NONE,
      Owner.VALUATION,
      "Runs that get nothing done now, by the reason that their launcher tells.",
      REASON),
  /** Evaluations that wait. */
  QUEUE(
      "clade.valuation.queue",
      Kind.GAUGE,
      Unit.NONE,
      Owner.VALUATION,
      "Evaluations of active runs that wait for a worker."),
  /** Age of the queue. */
  QUEUE_AGE(
      "clade.valuation.queue.age",
      Kind.GAUGE,
      Unit.SECONDS,
      Owner.VALUATION,
      "Age of the oldest active run that has waiting evaluations and none leased; 0 without one."),
  /** Leases held. */
  LEASES(
      "clade.valuation.leases",
      Kind.GAUGE,
      Unit.NONE,
      Owner.VALUATION,
      "Evaluations that workers hold leases of."),
  /** Evaluations that ended. */
  EVALUATIONS(
      "clade.valuation.evaluations",
      Kind.COUNTER,
      Unit.NONE,
      Owner.VALUATION,
      "Reports of workers to this instance: `counted`, `repeated` when the result was known,"
          + " `failed`, `released`; and `lost` for leases that ended without one.",
      OUTCOME),
  /** Device time. */
  DEVICE(
      "clade.valuation.device",
      Kind.COUNTER,
      Unit.SECONDS,
      Owner.VALUATION,
      "Device time that workers told of in results that counted.");

  /** How a metric behaves. */
  public enum Kind {
    /** Goes up and down. */
    GAUGE,
    /** Only grows while a process lives. */
    COUNTER,
    /** Durations in buckets, with exemplars. */
    HISTOGRAM,
    /** Durations, as count, sum and maximum. */
    TIMER
  }

  /** What a metric's number counts. */
  public enum Unit {
    /** Seconds. */
    SECONDS("s"),
    /** A count. */
    NONE("1");

    private final String symbol;

    Unit(String symbol) {
      this.symbol = symbol;
    }

    /** Returns the unit as UCUM writes it. */
    public String symbol() {
      return symbol;
    }
  }

  /** Who has a metric. */
  public enum Owner {
    /** Every service. */
    ALL,
    /** The catalogue. */
    INGEST,
    /** The graph. */
    LINEAGE,
    /** Valuations. */
    VALUATION
  }

  private final String metric;
  private final Kind kind;
  private final Unit unit;
  private final Owner owner;
  private final String description;
  private final ImmutableList<Label> labels;

  Metric(String metric, Kind kind, Unit unit, Owner owner, String description, Label... labels) {
    this.metric = metric;
    this.kind = kind;
    this.unit = unit;
    this.owner = owner;
    this.description = description;
    this.labels = ImmutableList.copyOf(labels);
  }

  /** Returns the name, with dots. */
  public String metric() {
    return metric;
  }

  /** Returns how it behaves. */
  public Kind kind() {
    return kind;
  }

  /** Returns what its number counts. */
  public Unit unit() {
    return unit;
  }

  /** Returns who has it. */
  public Owner owner() {
    return owner;
  }

  /** Returns what it tells, for people. */
  public String description() {
    return description;
  }

  /** Returns its labels. */
  public List<Label> labels() {
    return labels;
  }

  /** Returns the name in Prometheus' text, without the endings that parts of a histogram have. */
  public String prometheusName() {
    String name = metric.replace('.', '_') + (unit == Unit.SECONDS ? "_seconds" : "");
    return kind == Kind.COUNTER ? name + "_total" : name;
  }
}
