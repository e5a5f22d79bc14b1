package dev.clade.runtime.drain;

import dev.clade.runtime.context.CallerContext;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import grpc.health.v1.HealthOuterClass.HealthCheckResponse.ServingStatus;
import io.quarkus.grpc.runtime.health.GrpcHealthStorage;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * The time between the signal to end and the end of the last call. From its beginning the server is
 * not ready, and {@code grpc.health.v1} says so of each service.
 */
@Singleton
public class Drain {
  private final GrpcHealthStorage health;
  private final Connections connections;
  private final BroadcastProcessor<Void> beginning = BroadcastProcessor.create();
  private volatile boolean begun;

  @Inject
  Drain(GrpcHealthStorage health, Connections connections) {
    this.health = health;
    this.connections = connections;
  }

  void begin(@Observes ShutdownDelayInitiatedEvent event) {
    begun = true;
    for (String service : List.copyOf(health.getStatuses().keySet())) {
      health.setStatus(service, ServingStatus.NOT_SERVING);
    }
    connections.leave();
    beginning.onError(
        new CladeException(
            Reason.NOT_READY, "the service is stopping; ask again to reach another", Map.of()));
  }

  /** Returns whether the server is about to end. */
  public boolean hasBegun() {
    return begun;
  }

  /**
   * Returns what comes of waiting, unless the drain begins before: then a failure with {@link
   * Reason#NOT_READY}, upon which clients ask another server. For whatever waits for something to
   * happen; work in progress is left to end.
   */
  public <T> Uni<T> unlessBegun(Uni<T> wait) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Executor caller = CallerContext.current();
              Uni<T> begins = beginning.toUni().<T>map(_ -> null).emitOn(caller);
              return Uni.combine().any().of(wait, begins);
            });
  }
}
