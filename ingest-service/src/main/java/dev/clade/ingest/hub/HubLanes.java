package dev.clade.ingest.hub;

import dev.clade.ingest.imports.LaneDefinition;
import dev.clade.ingest.imports.LaneDefinitions;
import dev.clade.ingest.store.ImportSource;
import dev.clade.runtime.telemetry.Meters;
import dev.clade.runtime.telemetry.Metric;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import javax.sql.DataSource;

/** The lanes of the hubs that the service is configured for. */
@ApplicationScoped
class HubLanes implements LaneDefinitions {
  private final HubsConfig config;
  private final DataSource source;
  private final Meters meters;

  @Inject
  HubLanes(HubsConfig config, DataSource source, Meters meters) {
    this.meters = meters;
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
    RequestPacer pacer = new RequestPacer(System::nanoTime);
    String lane = ImportSource.laneOfHub(name);
    meters.gauge(Metric.CRAWL_QUOTA, pacer, RequestPacer::remaining, lane);
    return new LaneDefinition(
        lane, new HubSources(name, hub, source, pacer), new HubSchedule(name, hub, source));
  }
}
