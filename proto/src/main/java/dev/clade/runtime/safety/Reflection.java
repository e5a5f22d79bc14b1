package dev.clade.runtime.safety;

import io.quarkus.grpc.runtime.config.GrpcConfiguration;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** A server tells others than this machine what it can be asked. */
@Singleton
final class Reflection implements SafetyCheck {
  private final GrpcConfiguration grpc;
  private final VertxHttpConfig http;

  @Inject
  Reflection(GrpcConfiguration grpc, VertxHttpConfig http) {
    this.grpc = grpc;
    this.http = http;
  }

  @Override
  public String name() {
    return "REFLECTION";
  }

  @Override
  public Optional<String> danger() {
    return grpc.server().enableReflectionService() && !Hosts.isLoopback(http.host())
        ? Optional.of(
            "gRPC reflection is on, and %s is not this machine alone".formatted(http.host()))
        : Optional.empty();
  }
}
