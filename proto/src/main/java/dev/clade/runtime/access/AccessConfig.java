package dev.clade.runtime.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Who may call a server, under {@code clade.access}. */
@ConfigMapping(prefix = "clade.access")
public interface AccessConfig {
  /** Whether callers have to say who they are. */
  @WithDefault("open")
  AccessKind kind();

  /** The role that is needed to end a long-running operation; nothing where there are none. */
  Optional<Role> operationsRole();
}
