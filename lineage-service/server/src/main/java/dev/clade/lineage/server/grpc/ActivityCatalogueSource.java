package dev.clade.lineage.server.grpc;

import dev.clade.lineage.ecosystem.catalogue.Catalogue;
import dev.clade.lineage.server.report.CatalogueSource;
import dev.clade.lineage.server.report.ReportSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The catalogue as {@code clade.ingest.v1.ActivityService} streams it. */
@Singleton
final class ActivityCatalogueSource implements CatalogueSource {
  private final CatalogueChannel channel;
  private final ReportSettings settings;

  @Inject
  ActivityCatalogueSource(CatalogueChannel channel, ReportSettings settings) {
    this.channel = channel;
    this.settings = settings;
  }

  @Override
  public Catalogue open(Duration longest) {
    return new ActivityCatalogue(new ResumedStreams(channel, longest, settings.readRetries()));
  }
}
