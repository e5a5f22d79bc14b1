package dev.clade.lineage.server.grpc;

import dev.clade.runtime.client.CladeChannel;
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

  @Inject
  CatalogueChannel(CatalogueSettings settings) {
    channel =
        CladeChannel.open(
            "dns:///%s:%d".formatted(settings.host(), settings.port()),
            UNARY_DEADLINE,
            OpenTelemetry.noop());
  }

  /** Returns the channel, which tries to connect at once. */
  ManagedChannel open() {
    // Callers make the pauses; the channel's own would grow to minutes.
    channel.resetConnectBackoff();
    return channel;
  }

  @PreDestroy
  void close() {
    channel.shutdownNow();
  }
}
