package dev.clade.runtime.cache;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the cache behaves; every default suits a Redis in the same network. */
@ConfigMapping(prefix = "clade.cache")
public interface CacheSettings {
  /** Longest time to wait for one answer of Redis. */
  @WithDefault("200ms")
  Duration timeout();

  /** How long Redis is left alone after it failed, before one call tries it again. */
  @WithDefault("1s")
  Duration pause();

  /** How long a process may compute a value before others may too; longer than any computation. */
  @WithDefault("30s")
  Duration lockLifetime();

  /** How long to wait for a value that another process computes, before computing it as well. */
  @WithDefault("2s")
  Duration lockWait();

  /**
   * How eagerly values are renewed before they expire (beta of the XFetch rule): 1 is the published
   * optimum, 0 never.
   */
  @WithDefault("1.0")
  double earliness();

  /**
   * Most memory for messages that the process read lately and need not read again, in bytes, about;
   * 0 for none.
   */
  @WithDefault("16777216")
  long recentBytes();

  /** Longest time that such a message is served, whatever becomes of it in Redis. */
  @WithDefault("10s")
  Duration recentLifetime();
}
