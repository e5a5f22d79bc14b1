package dev.clade.lineage.server.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the feed is followed. */
@ConfigMapping(prefix = "clade.lineage.feed")
public interface FeedSettings {
  /** Pause before a lost connection is tried again; it doubles with every failure. */
  @WithDefault("200ms")
  Duration firstPause();

  /** Longest pause between two tries. */
  @WithDefault("1s")
  Duration longestPause();

  /** Least time between two rebuilds of the graph while changes arrive. */
  @WithDefault("300ms")
  Duration rebuildPause();
}
