package dev.clade.ingest.hub;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;

/** The hubs that can be crawled, by name. */
@ConfigMapping(prefix = "clade.ingest.hubs")
public interface HubsConfig {

  /** The hubs, by name. */
  @WithParentName
  Map<String, HubConfig> hubs();
}
