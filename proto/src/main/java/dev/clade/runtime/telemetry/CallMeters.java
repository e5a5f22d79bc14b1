package dev.clade.runtime.telemetry;

import dev.clade.runtime.client.CallDurations;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The measures of a server's calls: those it answers, and those it makes. */
@Singleton
final class CallMeters {
  private final CallTimers server;
  private final CallTimers client;

  @Inject
  CallMeters(Meters meters) {
    this.server = new CallTimers(meters, Metric.RPC_SERVER_CALL_DURATION);
    this.client = new CallTimers(meters, Metric.RPC_CLIENT_CALL_DURATION);
  }

  /** Returns the measure of calls answered. */
  CallDurations server() {
    return server;
  }

  /** Returns the measure of calls made, for the channels of a server. */
  @Produces
  @Singleton
  CallDurations client() {
    return client;
  }
}
