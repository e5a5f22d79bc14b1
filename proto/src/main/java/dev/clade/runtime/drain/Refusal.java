package dev.clade.runtime.drain;

import com.google.common.io.BaseEncoding;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.ErrorStatus;
import dev.clade.runtime.error.Reason;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/**
 * The answer of a server that takes no more requests. Quarkus has one of its own, with a header
 * that HTTP/2 forbids; clients of gRPC make an internal failure of it, which they do not repeat.
 */
final class Refusal {
  private static final int UNAVAILABLE = 503;
  private static final String GRPC = "application/grpc";

  private Refusal() {}

  /** Returns the failure of whoever is to ask another server. */
  static CladeException failure() {
    return new CladeException(
        Reason.NOT_READY, "the service is stopping; ask again to reach another", Map.of());
  }

  /** Answers a request, a call of gRPC with trailers alone. */
  static void of(RoutingContext context) {
    HttpServerRequest request = context.request();
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    if (type == null || !type.startsWith(GRPC)) {
      request.response().setStatusCode(UNAVAILABLE).end();
      return;
    }
    com.google.rpc.Status status = ErrorStatus.toMessage(failure());
    request
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, GRPC)
        .putHeader("grpc-status", Integer.toString(status.getCode()))
        .putHeader("grpc-message", status.getMessage())
        .putHeader(
            "grpc-status-details-bin",
            BaseEncoding.base64().omitPadding().encode(status.toByteArray()))
        .end();
  }
}
