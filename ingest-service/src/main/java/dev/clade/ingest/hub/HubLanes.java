package dev.clade.ingest.hub;

import dev.clade.ingest.imports.LaneDefinition;
import dev.clade.ingest.imports.LaneDefinitions;
import dev.clade.ingest.store.ImportSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import javax.sql.DataSource;

/** The lanes of the hubs that the service is configured for. */
@ApplicationScoped
class HubLanes implements LaneDefinitions {
  private final HubsConfig config;
  private final DataSource source;

  @Inject
  HubLanes(HubsConfig config, DataSource source) {
    this.config = config;
    this.source = source;
  }

  @Override
  public List<LaneDefinition> lanes() {
    return config.hubs().entrySet().stream()
        .map(hub -> lane(hub.getKey(), hub.getValue()))
        .toList();
  }

  private LaneDefinition lane(String name, HubConfig hub) {
    return new LaneDefinition(
        ImportSource.laneOfHub(name),
        new HubSources(name, hub, source),
        new HubSchedule(name, hub, source));
  }
}
