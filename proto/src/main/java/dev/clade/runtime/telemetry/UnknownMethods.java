package dev.clade.runtime.telemetry;

import dev.clade.runtime.client.CallDurations;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.grpc.TrailersOnly;
import io.grpc.Status;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;

/**
 * Measures calls of methods that the server does not have, under one name: what callers make up is
 * no label. The transport refuses them before any interceptor sees them, and not by gRPC's book.
 */
@Singleton
final class UnknownMethods {
  /** Name of every method that is not there. */
  static final String OTHER = "_OTHER";

  private static final String SEEN = UnknownMethods.class.getName();
  private static final int BEFORE_ROUTES = 10_000;
  private static final int TRANSPORT_FAILURE = 500;

  private final CallDurations durations;

  @Inject
  UnknownMethods(CallMeters meters) {
    this.durations = meters.server();
  }

  /** Says that the current call has a method. */
  static void seen() {
    Context context = Vertx.currentContext();
    RoutingContext http = context == null ? null : context.getLocal(RoutingContext.class.getName());
    if (http != null) {
      http.put(SEEN, true);
    }
  }

  void register(@Observes Filters filters) {
    filters.register(this::watch, BEFORE_ROUTES);
  }

  private void watch(RoutingContext http) {
    if (TrailersOnly.suits(http.request())) {
      long start = System.nanoTime();
      http.addHeadersEndHandler(_ -> correct(http));
      http.addEndHandler(
          _ -> {
            if (http.get(SEEN) == null) {
              Duration took = Duration.ofNanos(System.nanoTime() - start);
              durations.ended(OTHER, code(http.response()), took);
            }
          });
    }
    http.next();
  }

  /** What the transport fails without an interceptor is a method that it does not know. */
  private static void correct(RoutingContext http) {
    HttpServerResponse response = http.response();
    if (http.get(SEEN) == null && response.getStatusCode() == TRANSPORT_FAILURE) {
      TrailersOnly.put(
          response,
          new CladeException(
              Reason.METHOD_UNIMPLEMENTED, "the service has no such method", Map.of()));
    }
  }

  private static Status.Code code(HttpServerResponse response) {
    String told = response.trailers().get("grpc-status");
    if (told == null) {
      told = response.headers().get("grpc-status");
    }
    try {
      return Status.fromCodeValue(Integer.parseInt(told)).getCode();
    } catch (NumberFormatException e) {
      return Status.Code.UNKNOWN;
    }
  }
}
