package dev.clade.runtime.safety;

import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.VertxHttpConfig.InsecureRequests;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Where a server listens. */
@Singleton
public final class ListenAddress {
  private final VertxHttpConfig http;

  @Inject
  ListenAddress(VertxHttpConfig http) {
    this.http = http;
  }

  /** Returns the host, by name or address, whose interface it listens on. */
  public String host() {
    return http.host();
  }

  /** Returns whether others than this machine reach it. */
  public boolean isReachable() {
    return !Hosts.isLoopback(http.host());
  }

  /** Returns whether it takes requests that are not encrypted. */
  boolean isPlain() {
    return http.insecureRequests().orElse(InsecureRequests.ENABLED) != InsecureRequests.DISABLED;
  }
}
