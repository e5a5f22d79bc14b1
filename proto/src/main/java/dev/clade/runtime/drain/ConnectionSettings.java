package dev.clade.runtime.drain;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long connections are kept. */
@ConfigMapping(prefix = "clade.connection")
public interface ConnectionSettings {
  /**
   * Age at which a connection of HTTP/2 takes no further calls, give or take a tenth, so that
   * clients, which balance over connections, find servers that were added since. Its calls end as
   * they would have.
   */
  @WithDefault("10m")
  Duration age();

  /**
   * Longest time that a server which is told to end waits for its calls in flight. Its default
   * stands with those of the shutdown, beside which manifests give a pod its time.
   */
  Duration drain();
}
