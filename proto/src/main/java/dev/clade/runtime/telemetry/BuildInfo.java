package dev.clade.runtime.telemetry;

import io.quarkus.runtime.ApplicationConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Tells which version runs. */
@Singleton
final class BuildInfo {
  private final Meters meters;
  private final ApplicationConfig application;

  @Inject
  BuildInfo(Meters meters, ApplicationConfig application) {
    this.meters = meters;
    this.application = application;
  }

  void start(@Observes StartupEvent event) {
    meters.gauge(Metric.BUILD_INFO, this, _ -> 1, application.version().orElse("unknown"));
  }
}
