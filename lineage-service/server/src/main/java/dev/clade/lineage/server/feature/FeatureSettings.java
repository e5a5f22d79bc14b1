package dev.clade.lineage.server.feature;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How feature sets and versions of the embedding are made. */
@ConfigMapping(prefix = "clade.lineage.features")
public interface FeatureSettings {
  /** How long a server may be silent before what it makes is taken over. */
  @WithDefault("30s")
  Duration lease();

  /** Pause between two looks for work that another has left. */
  @WithDefault("5s")
  Duration pause();

  /** How long reading the catalogue for one set may take. */
  @WithDefault("2h")
  Duration readDeadline();
}
