package dev.clade.lineage.server.similarity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the served version of the embedding is followed. */
@ConfigMapping(prefix = "clade.lineage.similarity")
public interface SimilaritySettings {
  /** How often to look which version is served. */
  @WithDefault("3s")
  Duration look();

  /** How long a version that could not be loaded is left alone. */
  @WithDefault("1m")
  Duration retry();

  /** How long an answer may stay in the cache; answers of a version never change. */
  @WithDefault("24h")
  Duration timeToLive();
}
