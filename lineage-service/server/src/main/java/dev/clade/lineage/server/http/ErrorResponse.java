package dev.clade.lineage.server.http;

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
import java.util.Map;

/** Tells failures over HTTP as AIP-193 has it. */
final class ErrorResponse {
  private ErrorResponse() {}

  /** Returns a handler that tells what another one fails with. */
  static Handler<RoutingContext> telling(Handler<RoutingContext> handler) {
    return context -> {
      try {
        handler.handle(context);
      } catch (RuntimeException e) {
        CladeException told = FailureTranslator.translate(e);
        FailureLog.log(told);
        send(told, context.response());
      }
    };
  }

  private static void send(CladeException failure, HttpServerResponse response) {
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
    response.end(new JsonObject().put("error", error).toBuffer());
  }
}
