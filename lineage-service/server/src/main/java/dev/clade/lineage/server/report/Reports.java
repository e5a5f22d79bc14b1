package dev.clade.lineage.server.report;

import dev.clade.lineage.ecosystem.Analyses;
import dev.clade.lineage.ecosystem.report.Analysis;
import dev.clade.lineage.ecosystem.report.InvalidParameterException;
import dev.clade.lineage.ecosystem.report.Parameters;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.server.graph.GraphKeeper;
import dev.clade.runtime.drain.Drain;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What callers ask of reports. Nothing here blocks. */
@Singleton
public final class Reports {
  private static final Duration POLL = Duration.ofMillis(100);

  /** Longer than there are reports, and short enough to be told in milliseconds. */
  private static final Duration LONGEST_AGE = Duration.ofDays(100_000);

  private final Analyses analyses;
  private final GraphKeeper graph;
  private final ReportStore store;
  private final ReportRunner runner;
  private final Drain drain;

  @Inject
  Reports(
      Analyses analyses, GraphKeeper graph, ReportStore store, ReportRunner runner, Drain drain) {
    this.analyses = analyses;
    this.graph = graph;
    this.store = store;
    this.runner = runner;
    this.drain = drain;
  }

  /**
   * Asks for a report on the latest snapshot, or on an earlier one that is new enough.
   *
   * @param name the analysis
   * @param set the parameters that are set
   * @param maxAge how old a report on an earlier snapshot may be; zero for the latest only
   * @throws CladeException when there is no such analysis, a parameter breaks its rule, the graph
   *     is still being read or too many reports wait
   */
  public Uni<ReportStatus> create(String name, Map<String, String> set, Duration maxAge) {
    if (name.isEmpty()) {
      throw CladeException.missingField("analysis");
    }
    Analysis analysis =
        analyses
            .find(name)
            .orElseThrow(() -> CladeException.notFound(Reason.ANALYSIS_NOT_FOUND, name));
    GraphSnapshot snapshot = graph.ready();
    ReportKey key = new ReportKey(analysis, parameters(analysis, set), snapshot.sequence());
    Uni<Optional<ReportStatus>> recent =
        maxAge.isZero()
            ? Uni.createFrom().item(Optional.empty())
            : store.newest(
                key.question(), maxAge.compareTo(LONGEST_AGE) < 0 ? maxAge : LONGEST_AGE);
    return recent.chain(
        found -> found.map(Uni.createFrom()::item).orElseGet(() -> findOrRun(key, snapshot)));
  }

  /**
   * Returns where a report stands.
   *
   * @return a failure with {@link Reason#REPORT_NOT_FOUND} when nobody asked for it
   */
  public Uni<ReportStatus> status(String id) {
    return store
        .status(id)
        .map(
            found -> found.orElseThrow(() -> CladeException.notFound(Reason.REPORT_NOT_FOUND, id)));
  }

  /** As {@link #status}, but as soon as it is not running any longer, or the time is over. */
  public Uni<ReportStatus> await(String id, Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    return status(id)
        .chain(
            found ->
                found.state() != ReportState.RUNNING || System.nanoTime() - end >= 0
                    ? Uni.createFrom().item(found)
                    : poll(id, end));
  }

  /**
   * Returns all of a report, as it was stored.
   *
   * @return a failure with {@link Reason#REPORT_NOT_FOUND} unless it is there
   */
  public Uni<byte[]> document(String id) {
    return store
        .document(id)
        .map(
            found -> found.orElseThrow(() -> CladeException.notFound(Reason.REPORT_NOT_FOUND, id)));
  }

  /** As {@link ReportStore#list}. */
  public Uni<List<ReportStore.StoredSummary>> list(
      String analysis, ReportStore.Place before, int most) {
    return store.list(analysis, before, most);
  }

  private Uni<ReportStatus> findOrRun(ReportKey key, GraphSnapshot snapshot) {
    return store
        .status(key.id())
        .chain(
            found -> {
              boolean settled =
                  found
                      .map(ReportStatus::state)
                      .filter(state -> state == ReportState.DONE || state == ReportState.RUNNING)
                      .isPresent();
              return settled
                  ? Uni.createFrom().item(found.orElseThrow())
                  : run(key, snapshot).chain(() -> status(key.id()));
            });
  }

  private Uni<Void> run(ReportKey key, GraphSnapshot snapshot) {
    if (!runner.hasRoom()) {
      throw new CladeException(
          Reason.TOO_MANY_REPORTS, "too many reports wait to be computed; try again", Map.of());
    }
    return runner.run(key, snapshot);
  }

  private Uni<ReportStatus> poll(String id, long end) {
    Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    Duration pause = left.compareTo(POLL) < 0 ? left.plusMillis(1) : POLL;
    return drain
        .unlessBegun(Uni.createFrom().voidItem().onItem().delayIt().by(pause))
        .chain(() -> await(id, Duration.ofNanos(Math.max(0, end - System.nanoTime()))));
  }

  private static Parameters parameters(Analysis analysis, Map<String, String> set) {
    try {
      return Parameters.of(analysis.parameters(), set);
    } catch (InvalidParameterException e) {
      throw CladeException.invalidField(
          Reason.FIELD_UNKNOWN_VALUE,
          "parameters[%s]".formatted(e.parameter()),
          e.value(),
          e.rule());
    }
  }
}
