package dev.clade.runtime.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a statement may wait for what. */
@ConfigMapping(prefix = "clade.database")
public interface PoolSettings {
  /** Longest time until a connection stands. */
  @WithDefault("5s")
  Duration connect();

  /** Longest time until one of the pool is free. */
  @WithDefault("10s")
  Duration acquire();

  /**
   * Longest time without a byte of the server after a statement was sent, after which the
   * connection is given up with it: longer than any statement takes to its first row. Idle
   * connections end somewhat sooner.
   */
  @WithDefault("30s")
  Duration silence();
}
