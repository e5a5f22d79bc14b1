package dev.clade.runtime.safety;

import io.quarkus.grpc.runtime.config.GrpcConfiguration;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** A server tells others than this machine what it can be asked. */
@Singleton
final class Reflection implements SafetyCheck {
  private final GrpcConfiguration grpc;
  private final ListenAddress address;

  @Inject
  Reflection(GrpcConfiguration grpc, ListenAddress address) {
    this.grpc = grpc;
    this.address = address;
  }

  @Override
  public String name() {
    return "REFLECTION";
  }

  @Override
  public Optional<String> danger() {
    return grpc.server().enableReflectionService() && address.isReachable()
        ? Optional.of(
            "gRPC reflection is on, and %s is not this machine alone".formatted(address.host()))
        : Optional.empty();
  }
}
