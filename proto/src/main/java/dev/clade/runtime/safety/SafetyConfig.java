package dev.clade.runtime.safety;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

/** What an operator takes upon himself, under {@code clade.unsafe}. */
@ConfigMapping(prefix = "clade.unsafe")
public interface SafetyConfig {
  /** Names of the checks whose dangers do not stop the start. */
  Optional<Set<String>> allow();
}
