package dev.clade.valuation.server.grpc;

import dev.clade.runtime.client.CallDurations;
import dev.clade.runtime.client.CladeChannel;
import dev.clade.runtime.dependency.CallGuard;
import dev.clade.runtime.dependency.Dependencies;
import dev.clade.runtime.dependency.DependencySettings;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.grpc.FailureTranslator;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;

/** The connection to lineage-service. */
@Singleton
final class LineageChannel {
  private final LineageSettings settings;
  private final ManagedChannel channel;
  private final Channel guarded;

  @Inject
  LineageChannel(
      LineageSettings settings,
      OpenTelemetry telemetry,
      CallDurations durations,
      DependencySettings guarding,
      Dependencies dependencies) {
    this.settings = settings;
    this.channel =
        CladeChannel.open(
            "dns:///%s:%d".formatted(settings.host(), settings.port()),
            settings.deadline(),
            telemetry,
            durations);
    this.guarded =
        ClientInterceptors.intercept(channel, new CallGuard("lineage", guarding, dependencies));
  }

  @PreDestroy
  void close() {
    channel.shutdownNow();
  }

  /**
   * Returns the channel for a call that begins now. A service that was down is back as soon as it
   * answers, not when gRPC would look again.
   */
  Channel open() {
    channel.resetConnectBackoff();
    return guarded;
  }

  /** Returns how long lineage-service has to answer. */
  Duration deadline() {
    return settings.deadline();
  }

  /** Returns how long it has to send or take a file. */
  Duration transferDeadline() {
    return settings.transferDeadline();
  }

  /**
   * Returns what is told of a failure. What keeps lineage-service from answering now is no fault of
   * this service, nor a lasting one.
   */
  static CladeException failure(Throwable thrown) {
    CladeException failure = FailureTranslator.translate(thrown);
    return switch (failure.reason().code()) {
      case UNAVAILABLE, DEADLINE_EXCEEDED ->
          new CladeException(
              Reason.DEPENDENCY_UNAVAILABLE,
              "lineage-service cannot answer now; try again",
              Map.of("service", "lineage"),
              thrown);
      default -> failure;
    };
  }
}
