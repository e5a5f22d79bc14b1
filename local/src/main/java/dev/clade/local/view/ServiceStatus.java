package dev.clade.local.view;

import dev.clade.local.mesh.MetricSamples;
import dev.clade.local.mesh.Service;
import dev.clade.local.mesh.ServiceProbe;
import dev.clade.runtime.telemetry.Metric;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a service is.
 *
 * @param service name
 * @param address where it answers
 * @param ready whether it says that it can answer
 * @param position how far it is, for people
 * @param state {@code ready}, {@code not_ready} or {@code down}
 * @param version that runs; empty when it does not tell
 * @param checks what its readiness depends on
 * @param figures what it counts and measures, by name; what it does not tell is missing
 */
public record ServiceStatus(
    String service,
    String address,
    boolean ready,
    String position,
    String state,
    String version,
    List<ServiceProbe.Check> checks,
    Map<String, Double> figures) {
  /** Figure: seconds since the process started. */
  static final String UPTIME = "uptime_seconds";

  /** Figure: whether Redis answers, 1 or 0. */
  static final String CACHE = "cache_available";

  /** Figure: evaluations that wait. */
  static final String QUEUE = "queue";

  /** Figure: evaluations that workers hold. */
  static final String LEASES = "leases";

  /** Figure: age of the oldest run that waits for its first worker. */
  static final String QUEUE_AGE = "queue_age_seconds";

  /** Figure: age of the feed's latest change. */
  static final String FEED_AGE = "feed_age_seconds";

  /** Figure: for how long the graph has been behind the feed. */
  static final String LAG = "lag_seconds";

  /** Beginning of figures: imports by state. */
  static final String IMPORTS = "imports_";

  /** Beginning of figures: runs by state. */
  static final String RUNS = "runs_";

  /** Beginning of figures: runs that get nothing done, by the reason. */
  static final String PENDING = "pending_";

  private static final String PROCESS_UPTIME = "process_uptime_seconds";

  /** Returns the status of a service by what was found. */
  public static ServiceStatus of(
      Service service, String address, ServiceProbe.Finding found, String position) {
    MetricSamples metrics = found.metrics();
    Map<String, Double> figures = new TreeMap<>();
    metrics.of(PROCESS_UPTIME).ifPresent(value -> figures.put(UPTIME, value));
    put(figures, CACHE, metrics, Metric.CACHE_AVAILABLE);
    switch (service) {
      case INGEST -> {
        put(figures, FEED_AGE, metrics, Metric.FEED_AGE);
        putAll(figures, IMPORTS, metrics, Metric.IMPORTS);
      }
      case LINEAGE -> {
        put(figures, "lag_changes", metrics, Metric.LAG_CHANGES);
        put(figures, LAG, metrics, Metric.LAG);
        put(figures, "reports_running", metrics, Metric.REPORTS_RUNNING);
      }
      case VALUATION -> {
        put(figures, QUEUE, metrics, Metric.QUEUE);
        put(figures, LEASES, metrics, Metric.LEASES);
        put(figures, QUEUE_AGE, metrics, Metric.QUEUE_AGE);
        putAll(figures, RUNS, metrics, Metric.RUNS);
        putAll(figures, PENDING, metrics, Metric.RUNS_PENDING);
      }
    }
    return new ServiceStatus(
        service.label(),
        address,
        found.state() == ServiceProbe.State.READY,
        position,
        found.state().name().toLowerCase(Locale.ROOT),
        metrics.byLabel(Metric.BUILD_INFO).keySet().stream().findFirst().orElse(""),
        found.checks(),
        figures);
  }

  private static void put(
      Map<String, Double> figures, String name, MetricSamples metrics, Metric metric) {
    metrics.of(metric).ifPresent(value -> figures.put(name, value));
  }

  private static void putAll(
      Map<String, Double> figures, String prefix, MetricSamples metrics, Metric metric) {
    metrics
        .byLabel(metric)
        .forEach((label, value) -> figures.put(prefix + label.toLowerCase(Locale.ROOT), value));
  }
}
