package dev.clade.runtime.drain;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.grpc.TrailersOnly;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/**
 * The answer of a server that takes no more requests. Quarkus has one of its own, with a header
 * that HTTP/2 forbids; clients of gRPC make an internal failure of it, which they do not repeat.
 */
final class Refusal {
  private static final int UNAVAILABLE = 503;

  private Refusal() {}

  /** Returns the failure of whoever is to ask another server. */
  static CladeException failure() {
    return new CladeException(
        Reason.NOT_READY, "the service is stopping; ask again to reach another", Map.of());
  }

  /** Answers a request, a call of gRPC with trailers alone. */
  static void of(RoutingContext context) {
    if (TrailersOnly.suits(context.request())) {
      TrailersOnly.put(context.response(), failure()).end();
    } else {
      context.response().setStatusCode(UNAVAILABLE).end();
    }
  }
}
