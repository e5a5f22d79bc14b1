package dev.clade.runtime.safety;

import dev.clade.runtime.access.AccessConfig;
import dev.clade.runtime.access.AccessKind;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Access is open on a server that others than this machine reach. */
@Singleton
final class OpenAccess implements SafetyCheck {
  private final AccessConfig access;
  private final VertxHttpConfig http;

  @Inject
  OpenAccess(AccessConfig access, VertxHttpConfig http) {
    this.access = access;
    this.http = http;
  }

  @Override
  public String name() {
    return "OPEN_ACCESS";
  }

  @Override
  public Optional<String> danger() {
    return access.kind() == AccessKind.OPEN && !Hosts.isLoopback(http.host())
        ? Optional.of(
            "anybody who reaches %s may do all, since clade.access.kind is open"
                .formatted(http.host()))
        : Optional.empty();
  }
}
