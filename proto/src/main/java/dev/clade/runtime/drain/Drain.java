package dev.clade.runtime.drain;

import dev.clade.runtime.context.CallerContext;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.signal.Signal;
import grpc.health.v1.HealthOuterClass.HealthCheckResponse.ServingStatus;
import io.quarkus.grpc.runtime.health.GrpcHealthStorage;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * The time between the signal to end and the end of the last call. From its beginning the server is
 * not ready, and {@code grpc.health.v1} says so of each service.
 */
@Singleton
public class Drain {
  private static final int FIRST = 1;

  private final GrpcHealthStorage health;
  private final Connections connections;
  private final ConnectionSettings settings;
  private final Signal beginning = new Signal();
  private final Signal.Ticket untilBeginning = beginning.ticket();
  private volatile boolean begun;

  @Inject
  Drain(GrpcHealthStorage health, Connections connections, ConnectionSettings settings) {
    this.health = health;
    this.connections = connections;
    this.settings = settings;
  }

  void begin(@Observes ShutdownDelayInitiatedEvent event) {
    begun = true;
    for (String service : List.copyOf(health.getStatuses().keySet())) {
      health.setStatus(service, ServingStatus.NOT_SERVING);
    }
    connections.leave();
    beginning.fire();
  }

  /** Comes before everything that stops, and before the server's port is closed. */
  void end(@Observes @Priority(FIRST) ShutdownEvent event) {
    connections.close(settings.drain());
  }

  /** Returns whether the server is about to end. */
  public boolean hasBegun() {
    return begun;
  }

  /**
   * Returns what comes of waiting, unless the drain begins before: then a failure with {@link
   * Reason#NOT_READY}, upon which clients ask another server. For whatever waits for something to
   * happen; work in progress is left to end. Neither goes on when the other comes first, or nobody
   * waits any more.
   */
  public <T> Uni<T> unlessBegun(Uni<T> wait) {
    return Uni.createFrom()
        .emitter(
            either -> {
              Executor caller = CallerContext.current();
              Cancellable begins =
                  untilBeginning
                      .await()
                      .emitOn(caller)
                      .subscribe()
                      .with(_ -> either.fail(Refusal.failure()));
              Cancellable waits = wait.subscribe().with(either::complete, either::fail);
              either.onTermination(
                  () -> {
                    begins.cancel();
                    waits.cancel();
                  });
            });
  }

  /** Returns how many wait now. */
  int waiting() {
    return beginning.waiting();
  }
}
