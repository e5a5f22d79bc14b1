package dev.clade.runtime.client;

import io.grpc.ChannelCredentials;
import io.grpc.CompositeChannelCredentials;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Opens channels to Clade's services. */
public final class CladeChannel {
  /** Largest answer taken, in bytes: an image set with its pixels, or a full page, with room. */
  public static final int LARGEST_ANSWER = 16 * 1024 * 1024;

  private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);
  private static final Duration KEEP_ALIVE_ANSWER = Duration.ofSeconds(10);

  /**
   * Methods that do something anew each time and carry no request id. They are not repeated once
   * they may have reached a handler; what is lost with their answer goes by itself: a lease ends,
   * an upload is removed.
   */
  private static final List<Map<String, String>> NEVER_REPEATED =
      List.of(
          Map.of("service", "clade.ingest.v1.ImportService", "method", "UploadFile"),
          Map.of("service", "clade.valuation.v1.WorkerService", "method", "LeaseEvaluation"));

  /**
   * Retries only what never reached a handler's side effects or may be repeated: {@code
   * UNAVAILABLE} (AIP-194); creating calls carry a request id. While many calls fail, none is
   * repeated: each costs a token, and ten good ones earn one. Numbers are doubles because the
   * config is JSON.
   */
  private static final Map<String, ?> SERVICE_CONFIG =
      Map.of(
          "loadBalancingConfig",
          List.of(Map.of("round_robin", Map.of())),
          "methodConfig",
          List.of(
              Map.of("name", NEVER_REPEATED),
              Map.of(
                  "name",
                  List.of(Map.of()),
                  "retryPolicy",
                  Map.of(
                      "maxAttempts",
                      4.0,
                      "initialBackoff",
                      "0.2s",
                      "maxBackoff",
                      "2s",
                      "backoffMultiplier",
                      2.0,
                      "retryableStatusCodes",
                      List.of("UNAVAILABLE")))),
          "retryThrottling",
          Map.of("maxTokens", 100.0, "tokenRatio", 0.1));

  private CladeChannel() {}

  /** As {@link #open(String, Duration, ChannelSecurity, OpenTelemetry)}, by the environment. */
  public static ManagedChannel open(String target, Duration deadline, OpenTelemetry telemetry) {
    return open(target, deadline, ChannelSecurity.fromEnvironment(), telemetry);
  }

  /**
   * Returns a channel; it connects when it is first used and again after it is cut. The caller
   * shuts it down.
   *
   * @param target where the service listens, such as {@code localhost:9101} or {@code
   *     dns:///clade-ingest:9101}; calls are spread over all addresses of a name
   * @param deadline of unary calls that set none; streams have only what their caller sets
   * @param security what the connection is encrypted with and who the caller is
   * @param telemetry records a span a call and tells the service which trace it belongs to; {@link
   *     OpenTelemetry#noop} for none
   * @throws IllegalArgumentException naming a file of the security that is missing or no good
   */
  public static ManagedChannel open(
      String target, Duration deadline, ChannelSecurity security, OpenTelemetry telemetry) {
    return open(target, deadline, security, telemetry, CallDurations.NONE);
  }

  /**
   * As {@link #open(String, Duration, OpenTelemetry)}.
   *
   * @param durations told of each call that ended
   */
  public static ManagedChannel open(
      String target, Duration deadline, OpenTelemetry telemetry, CallDurations durations) {
    return open(target, deadline, ChannelSecurity.fromEnvironment(), telemetry, durations);
  }

  private static ManagedChannel open(
      String target,
      Duration deadline,
      ChannelSecurity security,
      OpenTelemetry telemetry,
      CallDurations durations) {
    Optional<ReloadingTls> tls = security.tls().map(ReloadingTls::new);
    ChannelCredentials transport =
        tls.map(ReloadingTls::credentials).orElseGet(InsecureChannelCredentials::create);
    ChannelCredentials credentials =
        security
            .token()
            .map(BearerTokenFile::new)
            .map(token -> CompositeChannelCredentials.create(transport, token))
            .orElse(transport);
    ManagedChannel channel = build(target, deadline, credentials, telemetry, durations);
    tls.ifPresent(files -> files.reloadFor(channel));
    return channel;
  }

  private static ManagedChannel build(
      String target,
      Duration deadline,
      ChannelCredentials credentials,
      OpenTelemetry telemetry,
      CallDurations durations) {
    return NettyChannelBuilder.forTarget(target, credentials)
        .defaultServiceConfig(SERVICE_CONFIG)
        .enableRetry()
        .maxInboundMessageSize(LARGEST_ANSWER)
        .keepAliveTime(KEEP_ALIVE.toSeconds(), TimeUnit.SECONDS)
        .keepAliveTimeout(KEEP_ALIVE_ANSWER.toSeconds(), TimeUnit.SECONDS)
        .intercept(new DefaultDeadline(deadline), new ClientTracing(telemetry, durations))
        .build();
  }
}
