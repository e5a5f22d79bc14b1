package dev.clade.lineage.server.graph;

import dev.clade.lineage.graph.record.ArtifactRecord;
import dev.clade.lineage.graph.record.RecordTable;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.graph.snapshot.SnapshotBuilder;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.telemetry.Meters;
import dev.clade.runtime.telemetry.Metric;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Holds the records and the snapshot that answers come from. What changes it is for one thread, the
 * feed's; {@link #published()} and {@link #ready()} are for all.
 */
@Singleton
public final class GraphKeeper {
  private final Timer rebuilds;
  private final Timer overlays;

  private RecordTable records;
  private SnapshotBuilder builder;
  private long applied;

  private volatile GraphSnapshot published = GraphSnapshot.empty();
  private volatile boolean isReady;

  /** Creates the empty graph and its metrics. */
  @Inject
  public GraphKeeper(MeterRegistry metrics) {
    Meters meters = new Meters(metrics);
    rebuilds = meters.timer(Metric.REBUILD);
    overlays = meters.timer(Metric.OVERLAY);
    meters.gauge(Metric.NODES, this, keeper -> keeper.published.nodeCount());
    meters.gauge(Metric.EDGES, this, keeper -> keeper.published.edgeCount());
    meters.gauge(Metric.APPLIED, this, keeper -> keeper.published.sequence());
    startOver();
  }

  /** Forgets all records, not the published snapshot. For the writer only. */
  public void startOver() {
    restore(new RecordTable(), 0);
  }

  /**
   * Takes the place of all records, without publishing them. For the writer only.
   *
   * @param restored records of before, which the keeper owns from then on
   * @param sequence the last change of the feed that they include
   */
  public void restore(RecordTable restored, long sequence) {
    records = restored;
    builder = new SnapshotBuilder(records);
    applied = sequence;
  }

  /** Hands the records out to be stored, which may tidy them. For the writer only. */
  public boolean store(RecordStore store) {
    return store.write(records, applied);
  }

  /**
   * Takes changed records in. For the writer only.
   *
   * @param sequence the last change of the feed that they include
   */
  public void apply(List<ArtifactRecord> changed, long sequence) {
    changed.forEach(records::put);
    applied = sequence;
  }

  /**
   * Returns the last change of the feed that was applied, published or not. For the writer only.
   */
  public long applied() {
    return applied;
  }

  /**
   * Makes everything applied so far visible; the graph is ready from then on. For the writer only.
   */
  public void publish() {
    published = rebuilds.record(() -> builder.build(applied));
    isReady = true;
  }

  /**
   * Makes everything applied so far visible if that takes no rebuild, by the rules of {@link
   * SnapshotBuilder#overlay}; returns whether it did. For the writer only.
   */
  public boolean publishOverlaid() {
    long start = System.nanoTime();
    Optional<GraphSnapshot> overlaid = builder.overlay(applied);
    overlaid.ifPresent(
        graph -> {
          published = graph;
          overlays.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        });
    return overlaid.isPresent();
  }

  /** Returns the latest snapshot; the empty one before the first was published. */
  public GraphSnapshot published() {
    return published;
  }

  /** Whether a snapshot was published. */
  public boolean isReady() {
    return isReady;
  }

  /**
   * Returns the latest snapshot.
   *
   * @throws CladeException {@link Reason#NOT_READY} before the first was published
   */
  public GraphSnapshot ready() {
    if (!isReady) {
      throw new CladeException(
          Reason.NOT_READY,
          "the graph is still being read from the catalogue; try again",
          Map.of());
    }
    return published;
  }
}
