package dev.clade.runtime.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.opentelemetry.runtime.config.runtime.OTelRuntimeConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * What spans are recorded with. While traces are off that is nothing at all; Quarkus' own would go
 * on making spans for nobody.
 */
@Singleton
final class Recorder {
  private final OpenTelemetry telemetry;

  @Inject
  Recorder(OpenTelemetry telemetry, OTelRuntimeConfig config) {
    this.telemetry = config.sdkDisabled() ? OpenTelemetry.noop() : telemetry;
  }

  /** Returns what to record with. */
  OpenTelemetry telemetry() {
    return telemetry;
  }
}
