package dev.clade.runtime.grpc;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * Refuses calls whose messages are compressed. Vert.x would inflate them without a limit, so that a
 * few kilobytes fill the memory, and would never answer one that is marked as compressed without
 * saying how.
 */
@Singleton
final class CompressedCalls {
  private static final String ENCODING = "grpc-encoding";
  private static final String IDENTITY = "identity";

  /** Behind what counts and measures requests. */
  private static final int PRIORITY = 9_000;

  void register(@Observes Filters filters) {
    filters.register(CompressedCalls::check, PRIORITY);
  }

  private static void check(RoutingContext http) {
    HttpServerRequest request = http.request();
    if (!TrailersOnly.suits(request)) {
      http.next();
      return;
    }
    String encoding = request.getHeader(ENCODING);
    if (encoding == null) {
      // Then a message that is marked as compressed is read as it is, which mostly is no message.
      request.headers().set(ENCODING, IDENTITY);
    } else if (!encoding.equals(IDENTITY)) {
      TrailersOnly.put(http.response(), refusal())
          .putHeader("grpc-accept-encoding", IDENTITY)
          .end();
      return;
    }
    http.next();
  }

  private static CladeException refusal() {
    return new CladeException(
        Reason.ENCODING_UNSUPPORTED, "messages must not be compressed", Map.of());
  }
}
