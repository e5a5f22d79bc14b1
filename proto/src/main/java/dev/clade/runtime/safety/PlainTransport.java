package dev.clade.runtime.safety;

import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.VertxHttpConfig.InsecureRequests;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** A server takes calls from elsewhere that are not encrypted. */
@Singleton
final class PlainTransport implements SafetyCheck {
  private final VertxHttpConfig http;

  @Inject
  PlainTransport(VertxHttpConfig http) {
    this.http = http;
  }

  @Override
  public String name() {
    return "PLAIN_TRANSPORT";
  }

  @Override
  public Optional<String> danger() {
    return http.insecureRequests().orElse(InsecureRequests.ENABLED) != InsecureRequests.DISABLED
            && !Hosts.isLoopback(http.host())
        ? Optional.of(
            "whoever is on the way to %s reads and changes calls, since they are not encrypted"
                .formatted(http.host()))
        : Optional.empty();
  }
}
