package dev.clade.lineage.server.checkpoint;

import dev.clade.lineage.server.graph.GraphKeeper;
import dev.clade.runtime.telemetry.Meters;
import dev.clade.runtime.telemetry.Metric;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Brings the graph's records to the disk and back. For the feed's thread only. */
@Singleton
public final class Checkpoints {
  private static final Logger LOG = Logger.getLogger(Checkpoints.class);
  private static final long NEVER = -1;

  private final GraphKeeper graph;
  private final CheckpointFile file;
  private final long pause;
  private final Timer writes;
  private long written = NEVER;
  private long earliest = System.nanoTime();

  /** Creates the checkpoints of a graph, and their metrics. */
  @Inject
  public Checkpoints(
      GraphKeeper graph, CheckpointFile file, CheckpointSettings settings, MeterRegistry metrics) {
    this.graph = graph;
    this.file = file;
    this.pause = settings.every().toNanos();
    this.writes = new Meters(metrics).timer(Metric.CHECKPOINT);
  }

  /** Gives the graph the records of the file, if there is one, and publishes them. */
  public void restore() {
    long start = System.nanoTime();
    file.read()
        .ifPresent(
            restored -> {
              graph.restore(restored.table(), restored.sequence());
              graph.publish();
              written = restored.sequence();
              LOG.infof(
                  "Answering from the checkpoint at %d after %.1f s.",
                  written, (System.nanoTime() - start) / 1e9);
            });
  }

  /**
   * Writes the records unless that was done less than the pause ago or nothing has changed.
   *
   * @return whether it was tried, so that the records are tidied
   */
  public boolean writeIfDue() {
    return System.nanoTime() - earliest >= 0 && write();
  }

  /**
   * Writes the records unless nothing has changed.
   *
   * @return whether it was tried, so that the records are tidied
   */
  public boolean write() {
    long applied = graph.applied();
    if (applied == written || applied == 0) {
      return false;
    }
    if (writes.record(() -> graph.store(file))) {
      written = applied;
    }
    earliest = System.nanoTime() + pause;
    return true;
  }
}
