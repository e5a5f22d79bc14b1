package dev.clade.runtime.http;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.ErrorStatus;
import dev.clade.runtime.error.HttpStatus;
import dev.clade.runtime.grpc.FailureLog;
import dev.clade.runtime.grpc.FailureTranslator;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Map;

/** Tells failures over HTTP as AIP-193 has it. */
public final class ErrorResponse {
  private static final int UNAUTHORIZED = 401;

  private ErrorResponse() {}

  /** Returns a handler that tells what another one fails with. */
  public static Handler<RoutingContext> telling(Handler<RoutingContext> handler) {
    return context -> {
      try {
        handler.handle(context);
      } catch (RuntimeException e) {
        send(FailureTranslator.translate(e), context.response());
      }
    };
  }

  /** Ends a request with a failure. */
  public static void send(CladeException failure, HttpServerResponse response) {
    FailureLog.log(failure);
    HttpStatus status = HttpStatus.of(failure.reason());
    JsonObject info =
        new JsonObject()
            .put("@type", "type.googleapis.com/google.rpc.ErrorInfo")
            .put("reason", failure.reason().name())
            .put("domain", ErrorStatus.DOMAIN)
            .put("metadata", new JsonObject(Map.copyOf(failure.metadata())));
    JsonObject error =
        new JsonObject()
            .put("code", status.code())
            .put("message", failure.getMessage())
            .put("status", status.name())
            .put("details", new JsonArray().add(info));
    response.setStatusCode(status.code());
    response.putHeader("Content-Type", "application/json");
    if (status.code() == UNAUTHORIZED) {
      response.putHeader("WWW-Authenticate", "Bearer");
    }
    failure.retryDelay().ifPresent(delay -> response.putHeader("Retry-After", wholeSeconds(delay)));
    response.end(new JsonObject().put("error", error).toBuffer());
  }

  private static String wholeSeconds(Duration delay) {
    return Long.toString(delay.plusSeconds(1).minusNanos(1).toSeconds());
  }
}
