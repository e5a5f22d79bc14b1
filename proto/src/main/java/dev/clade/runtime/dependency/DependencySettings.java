package dev.clade.runtime.dependency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When another service counts as gone, and how much is asked of it at a time. */
@ConfigMapping(prefix = "clade.dependency")
public interface DependencySettings {
  /** Failures among the last {@link #window} calls that stop all further ones for a while. */
  @WithDefault("5")
  int failures();

  /** Calls that are looked back upon. */
  @WithDefault("10")
  int window();

  /** How long the service is left alone before one call tries it again. */
  @WithDefault("1s")
  Duration pause();

  /** Most calls in flight; what is beyond fails at once. */
  @WithDefault("64")
  int mostCalls();
}
