package dev.clade.lineage.server.grpc;

import dev.clade.runtime.client.CallDurations;
import dev.clade.runtime.client.CladeChannel;
import dev.clade.runtime.dependency.CallGuard;
import dev.clade.runtime.dependency.Dependencies;
import dev.clade.runtime.dependency.DependencySettings;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The one channel to the catalogue. */
@Singleton
final class CatalogueChannel {
  private static final Duration UNARY_DEADLINE = Duration.ofSeconds(10);

  private final ManagedChannel channel;
  private final Channel guarded;

  @Inject
  CatalogueChannel(
      CatalogueSettings settings,
      OpenTelemetry telemetry,
      CallDurations durations,
      DependencySettings guarding,
      Dependencies dependencies) {
    channel =
        CladeChannel.open(
            "dns:///%s:%d".formatted(settings.host(), settings.port()),
            UNARY_DEADLINE,
            telemetry,
            durations);
    guarded =
        ClientInterceptors.intercept(channel, new CallGuard("ingest", guarding, dependencies));
  }

  /** Returns the channel, which tries to connect at once. */
  Channel open() {
    // Callers make the pauses; the channel's own would grow to minutes.
    channel.resetConnectBackoff();
    return guarded;
  }

  @PreDestroy
  void close() {
    channel.shutdownNow();
  }
}
