package dev.clade.lineage.server.feed;

import dev.clade.lineage.server.graph.GraphKeeper;
import dev.clade.runtime.telemetry.Meters;
import dev.clade.runtime.telemetry.Metric;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** How far the graph has followed the catalogue. Any thread may ask. */
@Singleton
public final class FeedStatus {
  private static final double NANOS_PER_SECOND = 1e9;

  private final GraphKeeper graph;
  private volatile long head;

  /** When answers fell behind the head, as {@link System#nanoTime()} tells it. */
  private volatile long behindSince = System.nanoTime();

  private volatile boolean following;

  /** Creates the status of a server that has heard nothing yet, and its metrics. */
  @Inject
  public FeedStatus(GraphKeeper graph, MeterRegistry metrics) {
    this.graph = graph;
    Meters meters = new Meters(metrics);
    meters.gauge(Metric.LAG_CHANGES, this, FeedStatus::lag);
    meters.gauge(Metric.LAG, this, FeedStatus::lagSeconds);
    meters.gauge(Metric.FOLLOWING, this, status -> status.following ? 1 : 0);
  }

  /** Returns the head of the feed as last heard; 0 when it was never heard. */
  public long head() {
    return head;
  }

  /** Returns how many changes answers are behind the head; 0 while they are ahead of it. */
  public long lag() {
    return Math.max(0, head - graph.published().sequence());
  }

  /** Returns for how long answers have been behind the head as last heard; 0 when they are not. */
  public double lagSeconds() {
    return lag() == 0 ? 0 : (System.nanoTime() - behindSince) / NANOS_PER_SECOND;
  }

  /** Whether the feed is being followed now, after the graph has caught up with it. */
  public boolean isFollowing() {
    return following;
  }

  void heard(long newHead) {
    if (lag() == 0) {
      behindSince = System.nanoTime();
    }
    head = newHead;
  }

  void following(boolean now) {
    following = now;
  }
}
