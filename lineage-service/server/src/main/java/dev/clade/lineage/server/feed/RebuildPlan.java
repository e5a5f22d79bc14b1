package dev.clade.lineage.server.feed;

import dev.clade.lineage.server.graph.GraphKeeper;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Publishes changes when they arrive, laid over the graph, or soon after where it must be rebuilt:
 * between two rebuilds lies at least the pause set, and twice the time that the last one took, so
 * that rebuilding a large graph leaves most of the time to others. For the feed's thread only.
 */
final class RebuildPlan {
  private static final int PAUSE_PER_REBUILD = 2;

  private final GraphKeeper graph;
  private final ScheduledExecutorService thread;
  private final long shortestPause;
  private long earliest = System.nanoTime();
  private boolean planned;

  RebuildPlan(GraphKeeper graph, ScheduledExecutorService thread, Duration shortestPause) {
    this.graph = graph;
    this.thread = thread;
    this.shortestPause = shortestPause.toNanos();
  }

  /** Publishes at once without a rebuild, or by one as soon as the pause is over. */
  void soon() {
    if (!planned && !graph.publishOverlaid()) {
      planned = true;
      long pause = Math.max(0, earliest - System.nanoTime());
      var _ = thread.schedule(this::publishIfPlanned, pause, TimeUnit.NANOSECONDS);
    }
  }

  /** Publishes at once. */
  void now() {
    planned = false;
    long start = System.nanoTime();
    graph.publish();
    long end = System.nanoTime();
    earliest = end + Math.max(shortestPause, PAUSE_PER_REBUILD * (end - start));
  }

  /** Drops what was planned. */
  void cancel() {
    planned = false;
  }

  private void publishIfPlanned() {
    if (planned) {
      now();
    }
  }
}
