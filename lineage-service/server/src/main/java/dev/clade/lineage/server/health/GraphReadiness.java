package dev.clade.lineage.server.health;

import dev.clade.lineage.server.feed.FeedStatus;
import dev.clade.lineage.server.graph.GraphKeeper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Is up once the graph was read from disk or has caught up with the feed for the first time. */
@Readiness
@Singleton
public final class GraphReadiness implements HealthCheck {
  private final GraphKeeper graph;
  private final FeedStatus feed;

  /** Creates the check of a graph and its feed. */
  @Inject
  public GraphReadiness(GraphKeeper graph, FeedStatus feed) {
    this.graph = graph;
    this.feed = feed;
  }

  /** Returns whether the graph is ready, with its position and whether the feed is followed. */
  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("graph")
        .status(graph.isReady())
        .withData("applied_sequence", graph.published().sequence())
        .withData("head_sequence", feed.head())
        .withData("following", feed.isFollowing())
        .build();
  }
}
